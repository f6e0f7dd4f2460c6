"""Every read and every intent of bittensor 11.0.0 against a chain, and the client's own methods.

usage: sdk11.py ws://HOST:PORT [NAME …]; prints one JSON object per method.
"""

import sys

import bittensor as bt

# Their order is the order of the cases.
import sdk11_client
import sdk11_intents  # noqa: F401
import sdk11_reads  # noqa: F401
import sdk11_accounts  # noqa: F401
from bittensor.intents import REGISTRY as INTENTS
from bittensor.reads import REGISTRY as READS
from outcomes import Report
from sdk11_world import World, case


def main(url, *only):
    surface = [
        *(f"read {name}" for name in READS),
        *(f"intent {name}" for name in INTENTS),
        *(f"client {name}" for name in sdk11_client.members()),
    ]
    report = Report(f"bittensor {bt.__version__}", surface, only)
    report.run(World(url), case)
    report.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
