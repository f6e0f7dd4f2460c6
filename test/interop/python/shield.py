"""The Python SDK's MEV protection: transfers that nobody reads before they are in a block.

usage: shield.py ws://HOST:PORT ; prints one JSON object per step.
"""

import json
import sys
import tempfile

import bittensor as bt

bt.logging.off()
AMOUNT = 2_000_000_000


def report(step, **facts):
    print(json.dumps({"step": step, **facts}, default=str), flush=True)


def wallet_of(uri):
    """A wallet in a temporary folder whose coldkey comes from a development URI."""
    wallet = bt.Wallet(name=uri.strip("/"), hotkey="default", path=tempfile.mkdtemp())
    coldkey = bt.Keypair.create_from_uri(uri)
    wallet.set_coldkey(keypair=coldkey, encrypt=False, overwrite=True)
    wallet.set_coldkeypub(keypair=coldkey, encrypt=False, overwrite=True)
    return wallet


def main(url):
    subtensor = bt.Subtensor(network=url)
    alice = wallet_of("//Alice")
    target = bt.Keypair.create_from_uri("//Bob//shielded").ss58_address
    subtensor.wait_for_block(subtensor.block + 6)
    report(
        "keys",
        next=len(subtensor.get_mev_shield_next_key()),
        current=len(subtensor.get_mev_shield_current_key()),
    )
    for step in ("first", "second"):
        before = subtensor.get_balance(target).rao
        response = subtensor.transfer(
            wallet=alice,
            destination_ss58=target,
            amount=bt.Balance.from_rao(AMOUNT),
            mev_protection=True,
        )
        assert response.success, response
        hidden, carrier = response.mev_extrinsic, response.extrinsic_receipt
        report(
            step,
            moved=subtensor.get_balance(target).rao - before,
            same_block=hidden.block_hash == carrier.block_hash,
            after=hidden.extrinsic_idx - carrier.extrinsic_idx,
            events=[e["event"]["event_id"] for e in hidden.triggered_events],
        )


if __name__ == "__main__":
    main(sys.argv[1])
