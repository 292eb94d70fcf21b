"""What one request costs the processor: server processes and database together, per kind of page.

`make bench`, or `python -m tests.benchmarks.cost --help`. Nothing of it is run by the tests.
"""
