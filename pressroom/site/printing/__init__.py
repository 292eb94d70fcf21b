"""A release on paper: the code that a camera reads, and the PDF where this machine can make one."""
