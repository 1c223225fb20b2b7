"""A process that adds made pages, for the tests that kill it: register_adder.py PATH FROM TO."""

import sys

from register_samples import fill

from communique.register import Register

if __name__ == "__main__":
    with Register.open(sys.argv[1]) as opened:
        fill(opened, range(int(sys.argv[2]), int(sys.argv[3])))
