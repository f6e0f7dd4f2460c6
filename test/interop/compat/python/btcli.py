"""Every command of btcli 9.23.2, those that its help hides too, against a chain.

usage: btcli.py ws://HOST:PORT [COMMAND …]; prints one JSON object per command. HOME must be a folder of its own.
"""

import importlib.metadata
import os
import sys

os.environ.update(NO_COLOR="1", COLUMNS="2000", DISABLE_UPDATE_CHECK="1", TERM="dumb")

import bittensor as bt
import bittensor_cli.cli  # noqa: F401 (the forks want it loaded)

# Their order is the order of the cases.
import btcli_files  # noqa: F401
import btcli_subnets  # noqa: F401
import btcli_stakes  # noqa: F401
import btcli_owners  # noqa: F401
import btcli_crowds  # noqa: F401
import btcli_swaps  # noqa: F401
from btcli_run import commands
from btcli_world import Cli, case
from outcomes import Report

bt.logging.off()


def main(url, *only):
    report = Report(f"btcli {importlib.metadata.version('bittensor-cli')}", commands(), only)
    report.run(Cli(url), case)
    report.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
