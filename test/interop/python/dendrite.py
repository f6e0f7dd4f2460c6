"""A Python dendrite. Reads one JSON question per line, prints one JSON answer per line.

question: {"port": int, "axon": ss58, "uri": "//Alice", "synapse": "TextSynapse", "fields": {...}, "timeout": s}
answer:   {"status_code": int, "status_message": str, "axon_status": int, "fields": {...}}
usage: dendrite.py
"""

import asyncio
import json
import sys

import bittensor as bt
from bittensor.utils import networking
from bittensor_wallet import Keypair

import synapses

# The look-up of our own address would leave the machine.
networking.get_external_ip = lambda: "192.0.2.1"

BASE_FIELDS = set(bt.Synapse.model_fields)


async def ask(question: dict) -> dict:
    kind = getattr(synapses, question["synapse"], bt.Synapse)
    keypair = Keypair.create_from_uri(question["uri"])
    axon = bt.AxonInfo(
        version=1, ip="127.0.0.1", port=question["port"], ip_type=4,
        hotkey=question["axon"], coldkey=question["axon"],
    )
    async with bt.Dendrite(wallet=keypair) as dendrite:
        request = kind(**question["fields"])
        answers = [
            await dendrite.forward(axon, request, timeout=question.get("timeout", 12), deserialize=False)
            for _ in range(question.get("times", 1))
        ]
    last = answers[-1]
    return {
        "status_code": last.dendrite.status_code,
        "status_message": last.dendrite.status_message,
        "axon_status": last.axon.status_code,
        "statuses": [answer.dendrite.status_code for answer in answers],
        "fields": {key: value for key, value in last.model_dump().items() if key not in BASE_FIELDS},
    }


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(asyncio.run(ask(json.loads(line)))), flush=True)


main()
