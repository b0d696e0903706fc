"""A pytest plugin for inner runs: customers who need no time for a first look, where pace is not what is tested."""

from cxcheck.customer import walk

walk.FIRST_LOOK_MS = 0
