"""How the public pages look and how fast they come: pictures of all of them, and Lighthouse's judgement.

`make screenshots` and `make lighthouse`. Nothing of it is run by the tests.
"""
