"""A Python axon. Prints `ready <port>` and serves until stdin closes.

usage: axon.py <hotkey uri> <port>
"""

import sys
from typing import Tuple

import bittensor as bt
from bittensor_wallet import Keypair

from synapses import Big, Status, TextSynapse


class Keys:
    """The two parts of a wallet that an axon reads."""

    def __init__(self, uri: str):
        self.hotkey = Keypair.create_from_uri(uri)
        self.coldkeypub = self.hotkey


def forward(synapse: TextSynapse) -> TextSynapse:
    if synapse.prompt == "boom":
        raise RuntimeError("boom")
    synapse.out = f"{synapse.prompt}|{synapse.n}|{synapse.ratio}|{synapse.flag}|{synapse.tags}|{synapse.opts}"
    return synapse


def refuse_eve(synapse: TextSynapse) -> Tuple[bool, str]:
    eve = Keypair.create_from_uri("//Eve").ss58_address
    return synapse.dendrite.hotkey == eve, "Eve"


def measure(synapse: Big) -> Big:
    synapse.size = len(synapse.data)
    synapse.data = synapse.data[::-1]
    return synapse


def set_status(synapse: Status) -> Status:
    synapse.axon.status_code = synapse.code
    synapse.axon.status_message = "as asked"
    return synapse


def main() -> None:
    uri, port = sys.argv[1], int(sys.argv[2])
    axon = bt.Axon(wallet=Keys(uri), port=port, ip="127.0.0.1", external_ip="127.0.0.1")
    axon.attach(forward, blacklist_fn=refuse_eve).attach(measure).attach(set_status)
    axon.start()
    print(f"ready {port}", flush=True)
    sys.stdin.read()
    axon.stop()


main()
