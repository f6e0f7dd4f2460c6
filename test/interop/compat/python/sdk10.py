"""Every public method of bittensor.Subtensor (or AsyncSubtensor, or what stands around them) 10.5.0 against a chain.

usage: sdk10.py ws://HOST:PORT sync|async|more [METHOD …]; prints one JSON object per method.
"""

import sys

import bittensor as bt

import sdk10_more
import sdk10_stakes
import sdk10_subnets
from outcomes import Report
from sdk10_world import World

bt.logging.off()


def main(url, mode, *only):
    if mode == "more":
        report = Report(f"bittensor {bt.__version__}", sdk10_more.surface(), only)
        report.run(World(url, "sync"), sdk10_more.case)
        report.end()
    kind = bt.AsyncSubtensor if mode == "async" else bt.Subtensor
    surface = [name for name in dir(kind) if not name.startswith("_")]
    if mode == "sync":
        sdk10_subnets.case.steps = [s for s in sdk10_subnets.case.steps if "initialize" not in s[0]]
    report = Report(f"{kind.__name__} {bt.__version__}", surface, only)
    world = World(url, mode)
    report.run(world, sdk10_subnets.case)
    report.run(world, sdk10_stakes.case)
    report.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
