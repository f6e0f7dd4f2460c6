"""The Python SDK against a chain: one person's way through a network.

usage: chain.py ws://HOST:PORT ; prints one JSON object per step.
"""

import json
import sys
import tempfile
import time

import bittensor as bt

bt.logging.off()


def report(step, **facts):
    print(json.dumps({"step": step, **facts}, default=str), flush=True)


def wallet_of(uri):
    """A wallet in a temporary folder whose coldkey and hotkey come from a development URI."""
    wallet = bt.Wallet(name=uri.strip("/"), hotkey="default", path=tempfile.mkdtemp())
    coldkey, hotkey = (bt.Keypair.create_from_uri(u) for u in (uri, f"{uri}//hot"))
    wallet.set_coldkey(keypair=coldkey, encrypt=False, overwrite=True)
    wallet.set_coldkeypub(keypair=coldkey, encrypt=False, overwrite=True)
    wallet.set_hotkey(keypair=hotkey, encrypt=False, overwrite=True)
    return wallet


def done(response):
    assert response.success, response
    return response


def sudo(subtensor, wallet, function, **params):
    """An AdminUtils call through the sudo key."""
    call = subtensor.compose_call(
        call_module="AdminUtils", call_function=function, call_params=params
    )
    wrapped = subtensor.compose_call(
        call_module="Sudo", call_function="sudo", call_params={"call": call}
    )
    return done(
        subtensor.sign_and_send_extrinsic(
            call=wrapped, wallet=wallet, wait_for_inclusion=True
        )
    )


def main(url):
    subtensor = bt.Subtensor(network=url)
    alice, bob = wallet_of("//Alice"), wallet_of("//Bob")
    report(
        "connect",
        block=subtensor.block,
        fast=subtensor.is_fast_blocks(),
        deposit=subtensor.get_existential_deposit().rao,
    )

    bob_address = bob.coldkeypub.ss58_address
    before = subtensor.get_balance(bob_address)
    sent = done(
        subtensor.transfer(alice, bob_address, bt.Balance.from_tao(3), wait_for_finalization=True)
    )
    moved = subtensor.get_balance(bob_address) - before
    events = [e["event_id"] for e in (x["event"] if "event" in x else x for x in sent.extrinsic_receipt.triggered_events)]
    report("transfer", moved=moved.rao, fee=sent.extrinsic_fee.rao if sent.extrinsic_fee else None, events=events)

    cost = subtensor.get_subnet_burn_cost()
    done(subtensor.register_subnet(alice))
    netuid = max(int(n) for n in subtensor.get_all_subnets_netuid())
    report("subnet", netuid=netuid, cost=cost.rao)

    done(subtensor.start_call(alice, netuid, wait_for_finalization=True))
    # With a tempo of 10, the window in which settings are frozen would be all the time.
    sudo(subtensor, alice, "sudo_set_admin_freeze_window", window=0)
    sudo(subtensor, alice, "sudo_set_subnet_emission_enabled", netuid=netuid, enabled=True)
    sudo(subtensor, alice, "sudo_set_commit_reveal_weights_enabled", netuid=netuid, enabled=False)
    sudo(subtensor, alice, "sudo_set_weights_set_rate_limit", netuid=netuid, weights_set_rate_limit=0)
    hyper = subtensor.get_subnet_hyperparameters(netuid)
    report("start", commit_reveal=hyper.commit_reveal_weights_enabled, tempo=hyper.tempo)

    burn = subtensor.recycle(netuid)
    done(subtensor.burned_register(bob, netuid))
    report("register", burn=burn.rao, uids=[n.uid for n in subtensor.neurons_lite(netuid)])

    hotkey = alice.hotkey.ss58_address
    done(subtensor.add_stake(alice, netuid, hotkey, bt.Balance.from_tao(100)))
    stake = subtensor.get_stake(alice.coldkeypub.ss58_address, hotkey, netuid)
    report("stake", alpha=stake.rao)

    axon = bt.Axon(wallet=bob, port=18091, ip="127.0.0.1", external_ip="93.184.216.34", external_port=18091)
    done(subtensor.serve_axon(netuid, axon))
    metagraph = subtensor.metagraph(netuid)
    served = metagraph.axons[1]
    report("serve", ip=served.ip, port=served.port, n=int(metagraph.n))

    # The permit comes with the first epoch after the stake.
    deadline = time.time() + 60
    while not subtensor.metagraph(netuid).validator_permit[0] and time.time() < deadline:
        subtensor.wait_for_block()
    done(subtensor.set_weights(alice, netuid, uids=[1], weights=[1.0]))
    report("weights", rows=[[uid, list(map(list, row))] for uid, row in subtensor.weights(netuid)])

    while float(subtensor.metagraph(netuid).incentive[1]) == 0 and time.time() < deadline:
        subtensor.wait_for_block()
    metagraph = subtensor.metagraph(netuid)
    report(
        "epoch",
        incentive=[float(x) for x in metagraph.incentive],
        dividends=[float(x) for x in metagraph.dividends],
        emission=[float(x) for x in metagraph.emission],
    )
    info = subtensor.get_metagraph_info(netuid)
    report("info", name=info.name, num_uids=info.num_uids, tempo=info.tempo, hotkeys=len(info.hotkeys))
    subnets = subtensor.all_subnets()
    report("subnets", netuids=[s.netuid for s in subnets], price=subnets[-1].price.tao)

    before = subtensor.get_stake(alice.coldkeypub.ss58_address, hotkey, netuid)
    done(subtensor.unstake(alice, netuid, hotkey, bt.Balance.from_tao(1).set_unit(netuid)))
    report("unstake", less=before.rao > subtensor.get_stake(alice.coldkeypub.ss58_address, hotkey, netuid).rao - 10**9)

    refused = subtensor.add_stake(bob, netuid, hotkey, bt.Balance.from_rao(1))
    report("refused", success=refused.success, message=str(refused.message))


main(sys.argv[1])
