"""`python -m egov_tracker` is `egov`."""

from egov_tracker.cli import main

main()
