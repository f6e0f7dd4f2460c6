"""Cases of the SDK 10: chain, transfers, subnets and their neurons, weights."""

import time

import bittensor as bt
from bittensor.core.chain_data import SubnetIdentity

from outcomes import Cases, gap
from sdk10_world import map_prefix, ok, tao, twox

case = Cases()
read = case.read
N, M = 2, 3
LATER_ON = "sealed and stored; the pulses that reveal come from the internet"
LATER = "what charlie tells when its time has come"

read("block", lambda w: w.s.block > 0)
read("get_current_block", lambda w: w.s.get_current_block() > 0)
read("is_fast_blocks", lambda w: w.s.is_fast_blocks() is True)
read("get_block_hash", lambda w: len(w.s.get_block_hash(1)) == 66 and w.s.get_block_hash(1) != w.s.get_block_hash(0))
read("determine_block_hash", lambda w: w.s.determine_block_hash(1) == w.s.get_block_hash(1))
read("get_block_info", lambda w: w.s.get_block_info(1).number == 1)
read("get_timestamp", lambda w: abs(w.s.get_timestamp().timestamp() - time.time()) < 60)
read("get_existential_deposit", lambda w: w.s.get_existential_deposit().rao == 500)
read("query_constant", lambda w: w.s.query_constant("System", "SS58Prefix").value == 42)
read("query_module", lambda w: w.s.query_module("System", "Number").value > 0)
read("query_subtensor", lambda w: w.s.query_subtensor("TotalNetworks").value >= 2)
read("query_map", lambda w: len(w.pairs(w.s.query_map("System", "BlockHash"))) > 1)
read("query_map_subtensor", lambda w: len(w.pairs(w.s.query_map_subtensor("NetworksAdded"))) >= 2)
read("query_runtime_api", lambda w: w.s.query_runtime_api("SwapRuntimeApi", "current_alpha_price", [1]) == 10**9)
read("state_call", lambda w: w.s.state_call("Core_version", "")["result"].startswith("0x38" + b"node-subtensor".hex()))
read("get_balance", lambda w: w.s.get_balance(w.cold(w.bob)).rao == 10**15)
read("get_balances", lambda w: {a: b.rao for a, b in w.s.get_balances(w.cold(w.bob), w.cold(w.dave)).items()} == {w.cold(x): w.s.get_balance(w.cold(x)).rao for x in (w.bob, w.dave)})
read("tx_rate_limit", lambda w: w.s.tx_rate_limit() == 1000)
read("help", lambda w: w.s.help() is None)
read("config", lambda w: "chain_endpoint" in bt.Subtensor.config()["subtensor"])
read("setup_config", lambda w: bt.Subtensor.setup_config(w.url, bt.Subtensor.config())[0] == w.url)


@case("add_args")
def add_args(w):
    import argparse

    parser = argparse.ArgumentParser()
    bt.Subtensor.add_args(parser)
    parsed = parser.parse_args(["--subtensor.network", "local"])
    assert getattr(parsed, "subtensor.network") == "local"


@case("initialize")
def initialize(w):
    assert w.s.get_current_block() > 0


@case("compose_call", "validate_extrinsic_params", "get_extrinsic_fee")
def composing(w):
    params = {"dest": w.cold(w.bob), "value": 10**9}
    assert w.s.validate_extrinsic_params("Balances", "transfer_keep_alive", params) == params
    call = w.call("Balances", "transfer_keep_alive", **params)
    assert w.s.get_extrinsic_fee(call, w.alice.coldkey).rao > 0


@case("transfer", "get_transfer_fee")
def transfer(w):
    target = w.cold(w.dave)
    fee = w.s.get_transfer_fee(w.alice, target, tao(3))
    before = w.s.get_balance(target)
    response = ok(w.s.transfer(w.alice, target, tao(3)))
    assert (w.s.get_balance(target) - before).rao == 3 * 10**9
    # The estimate signs an immortal transaction, the transfer a mortal one of one byte more.
    assert response.extrinsic_fee.rao == fee.rao + 1, (response.extrinsic_fee, fee)


@case("sign_and_send_extrinsic")
def remark(w):
    sent = w.send(w.alice, "System", "remark_with_event", remark=b"hello")
    events = [e["event"]["event_id"] for e in w.settle(sent.extrinsic_receipt.triggered_events)]
    assert "Remarked" in events and "ExtrinsicSuccess" in events, events


@case("wait_for_block")
def wait(w):
    begin = w.s.block
    w.s.wait_for_block(begin + 1)
    assert w.s.block > begin


@case("register_subnet", "get_subnet_burn_cost")
def register_subnet(w):
    w.admin(
        ("sudo_set_network_rate_limit", {"rate_limit": 0}),
        ("sudo_set_admin_freeze_window", {"window": 0}),
        ("sudo_set_tx_rate_limit", {"tx_rate_limit": 0}),
    )
    assert w.s.get_subnet_burn_cost().tao == 1000
    ok(w.s.register_subnet(w.alice))
    ok(w.s.register_subnet(w.alice))
    assert w.s.subnet_exists(N) and w.s.subnet_exists(M)


@case()
def configure(w):
    def settings(netuid):
        return (
            ("sudo_set_subnet_emission_enabled", {"netuid": netuid, "enabled": True}),
            ("sudo_set_commit_reveal_weights_enabled", {"netuid": netuid, "enabled": False}),
            ("sudo_set_weights_set_rate_limit", {"netuid": netuid, "weights_set_rate_limit": 0}),
            ("sudo_set_serving_rate_limit", {"netuid": netuid, "serving_rate_limit": 0}),
            ("sudo_set_immunity_period", {"netuid": netuid, "immunity_period": 1}),
        )

    w.admin(*settings(N), *settings(M))


@case("start_call", "is_subnet_active", "get_start_call_delay")
def start_call(w):
    assert w.s.get_start_call_delay() == 0
    for netuid in (N, M):
        ok(w.s.start_call(w.alice, netuid, wait_for_finalization=True))
    assert w.s.is_subnet_active(N)


read("subnet_exists", lambda w: w.s.subnet_exists(N) and not w.s.subnet_exists(99))
read("get_total_subnets", lambda w: w.s.get_total_subnets() == 4)
read("get_all_subnets_netuid", lambda w: [int(n) for n in w.s.get_all_subnets_netuid()] == [0, 1, 2, 3])


@case("burned_register", "recycle")
def burned_register(w):
    burn = w.s.recycle(N)
    assert burn.rao > 0
    ok(w.s.burned_register(w.bob, N))
    ok(w.s.burned_register(w.bob, M))
    assert w.s.is_hotkey_registered(w.hot(w.bob), N)


@case("register")
def register(w):
    ok(w.s.register(w.charlie, N))
    assert w.s.is_hotkey_registered(w.hot(w.charlie), N)


@case("register_limit")
def register_limit(w):
    before = w.s.get_balance(w.cold(w.dave))
    ok(w.s.register_limit(w.dave, N, limit_price=tao(100)))
    assert w.s.is_hotkey_registered(w.hot(w.dave), N) and w.s.get_balance(w.cold(w.dave)) < before


@case("root_register")
def root_register(w):
    w.fund(w.alice, 1)
    ok(w.s.add_stake(w.alice, N, w.hot(w.alice), tao(500)))
    ok(w.s.root_register(w.alice))
    assert w.s.get_uid_for_hotkey_on_subnet(w.hot(w.alice), 0) == 0


read("is_hotkey_registered", lambda w: w.s.is_hotkey_registered(w.hot(w.bob)))
read("is_hotkey_registered_any", lambda w: w.s.is_hotkey_registered_any(w.hot(w.bob)))
read("is_hotkey_registered_on_subnet", lambda w: w.s.is_hotkey_registered_on_subnet(w.hot(w.bob), N))
read("get_uid_for_hotkey_on_subnet", lambda w: w.s.get_uid_for_hotkey_on_subnet(w.hot(w.bob), N) == 1)
read("get_netuids_for_hotkey", lambda w: list(w.s.get_netuids_for_hotkey(w.hot(w.bob))) == [N, M])
read("does_hotkey_exist", lambda w: w.s.does_hotkey_exist(w.hot(w.bob)))
read("get_hotkey_owner", lambda w: w.s.get_hotkey_owner(w.hot(w.bob)) == w.cold(w.bob))
read("get_owned_hotkeys", lambda w: w.s.get_owned_hotkeys(w.cold(w.bob)) == [w.hot(w.bob)])
read("subnetwork_n", lambda w: w.s.subnetwork_n(N) == 4)
read("neurons", lambda w: [n.uid for n in w.s.neurons(N)] == [0, 1, 2, 3])
read("neurons_lite", lambda w: [n.hotkey for n in w.s.neurons_lite(N)][1] == w.hot(w.bob))
read("neuron_for_uid", lambda w: w.s.neuron_for_uid(1, N).hotkey == w.hot(w.bob))
read("get_neuron_for_pubkey_and_subnet", lambda w: w.s.get_neuron_for_pubkey_and_subnet(w.hot(w.bob), N).uid == 1)
read("filter_netuids_by_registered_hotkeys", lambda w: sorted(map(int, w.s.filter_netuids_by_registered_hotkeys([0, 1, 2, 3], [], [w.bob], block=None))) == [N, M])
read("get_subnet_owner_hotkey", lambda w: w.s.get_subnet_owner_hotkey(N) == w.hot(w.alice))
read("get_subnet_info", lambda w: (w.s.get_subnet_info(N).netuid, w.s.get_subnet_info(N).owner_ss58) == (N, w.cold(w.alice)))
read("get_all_subnets_info", lambda w: [s.netuid for s in w.s.get_all_subnets_info()] == [0, 1, 2, 3])
read("subnet", lambda w: (w.s.subnet(N).netuid, w.s.subnet(N).owner_coldkey, w.s.subnet(N).tempo) == (N, w.cold(w.alice), 10))
read("all_subnets", lambda w: [s.netuid for s in w.s.all_subnets()] == [0, 1, 2, 3])
read("get_subnet_hyperparameters", lambda w: w.s.get_subnet_hyperparameters(N).tempo == 10)
read("get_hyperparameter", lambda w: int(w.s.get_hyperparameter("Tempo", N)) == 10)
read("tempo", lambda w: w.s.tempo(N) == 10)
read("immunity_period", lambda w: w.s.immunity_period(N) == 1)
read("difficulty", lambda w: w.s.difficulty(N) == 10_000_000)
read("max_weight_limit", lambda w: w.s.max_weight_limit(N) == 1.0)
read("min_allowed_weights", lambda w: w.s.min_allowed_weights(N) == 1)
read("weights_rate_limit", lambda w: w.s.weights_rate_limit(N) == 0)
read("commit_reveal_enabled", lambda w: w.s.commit_reveal_enabled(N) is False)
read("get_subnet_reveal_period_epochs", lambda w: w.s.get_subnet_reveal_period_epochs(N) == 1)
read("blocks_since_last_step", lambda w: 0 <= w.s.blocks_since_last_step(N) <= 11)
read("blocks_since_last_update", lambda w: 0 < w.s.blocks_since_last_update(N, 0) < w.s.block)
read("blocks_until_next_epoch", lambda w: 0 <= w.s.blocks_until_next_epoch(N) <= 11)
read("get_next_epoch_start_block", lambda w: -2 < w.s.get_next_epoch_start_block(N) - w.s.block <= 11)
read("get_last_epoch_block", lambda w: 0 <= w.s.block - w.s.get_last_epoch_block(N) <= 12)
read("get_pending_epoch_at", lambda w: w.s.get_pending_epoch_at(N) == 0)
read("get_subnet_epoch_index", lambda w: w.s.get_subnet_epoch_index(N) > 0)
read("get_epoch_schedule_state", lambda w: w.s.get_epoch_schedule_state(N).tempo == 10)
read("get_min_tempo", lambda w: w.s.get_min_tempo() == 360)
read("get_max_tempo", lambda w: w.s.get_max_tempo() == 50_400)
read("get_min_activity_cutoff_factor_milli", lambda w: w.s.get_min_activity_cutoff_factor_milli() == 1000)
read("get_max_activity_cutoff_factor_milli", lambda w: w.s.get_max_activity_cutoff_factor_milli() == 50_000)
read("get_activity_cutoff_factor_milli", lambda w: w.s.get_activity_cutoff_factor_milli(N) == 13_889)
read("get_admin_freeze_window", lambda w: w.s.get_admin_freeze_window() == 0)
read("is_in_admin_freeze_window", lambda w: w.s.is_in_admin_freeze_window(N) is False)
read("get_owner_hyperparam_rate_limit", lambda w: w.s.get_owner_hyperparam_rate_limit() == 2)
read("get_mechanism_count", lambda w: w.s.get_mechanism_count(N) == 1)


@case("get_max_epochs_per_block")
def max_epochs(w):
    try:
        w.s.get_max_epochs_per_block()
    except Exception as error:
        assert "MaxEpochsPerBlock" in str(error), error
        return gap("reads the constant MaxEpochsPerBlock; runtime 425 has InitialMaxEpochsPerBlock")
    raise AssertionError("the constant exists")


@case("get_mechanism_emission_split")
def emission_split(w):
    # All mechanisms of a subnet together have as many places as one subnet.
    w.admin(("sudo_trim_to_max_allowed_uids", {"netuid": M, "max_n": 64}))
    w.admin(("sudo_set_mechanism_count", {"netuid": M, "mechanism_count": 2}))
    w.admin(("sudo_set_mechanism_emission_split", {"netuid": M, "maybe_split": [49151, 16384]}))
    assert w.s.get_mechanism_count(M) == 2
    assert w.s.get_mechanism_emission_split(M) == [75, 25], w.s.get_mechanism_emission_split(M)


@case("serve_axon")
def serve_axon(w):
    axon = bt.Axon(wallet=w.bob, port=18091, ip="127.0.0.1", external_ip="93.184.216.34", external_port=18091)
    ok(w.s.serve_axon(N, axon, certificate="?" + "a" * 32))
    served = w.s.metagraph(N).axons[1]
    assert (served.ip, served.port) == ("93.184.216.34", 18091)


read("get_neuron_certificate", lambda w: str(w.s.get_neuron_certificate(w.hot(w.bob), N)) == "?" + "a" * 32)
read("get_all_neuron_certificates", lambda w: list(w.s.get_all_neuron_certificates(N)) == [w.hot(w.bob)])
read("metagraph", lambda w: int(w.s.metagraph(N).n) == 4 and int(w.s.metagraph(N, lite=False).n) == 4)
read("get_metagraph_info", lambda w: w.s.get_metagraph_info(N).num_uids == 4)
read("get_all_metagraphs_info", lambda w: [m.netuid for m in w.s.get_all_metagraphs_info()] == [0, 1, 2, 3] and len(w.s.get_all_metagraphs_info(all_mechanisms=True)) == 5)
@case("get_minimum_required_stake")
def minimum_stake(w):
    w.admin(("sudo_set_nominator_min_required_stake", {"min_stake": 1234}))
    assert w.s.get_minimum_required_stake().rao == 1234
    w.admin(("sudo_set_nominator_min_required_stake", {"min_stake": 0}))


@case("set_subnet_identity")
def identity(w):
    ok(
        w.s.set_subnet_identity(
            w.alice,
            N,
            SubnetIdentity(
                subnet_name="One",
                github_repo="https://github.com/a/b",
                subnet_contact="team@example.com",
                subnet_url="https://example.com",
                logo_url="https://example.com/logo.png",
                discord="abc",
                description="about",
                additional="more",
            ),
        )
    )
    assert w.s.subnet(N).subnet_identity.subnet_name == "One"


@case("set_tempo")
def set_tempo(w):
    ok(w.s.set_tempo(w.alice, N, 360))
    assert w.s.tempo(N) == 360


@case("trigger_epoch")
def trigger_epoch(w):
    index = w.s.get_subnet_epoch_index(N)
    ok(w.s.trigger_epoch(w.alice, N))
    w.until(lambda: w.s.get_subnet_epoch_index(N) > index)


@case("set_activity_cutoff_factor")
def activity_cutoff(w):
    ok(w.s.set_activity_cutoff_factor(w.alice, N, 2000))
    assert w.s.get_activity_cutoff_factor_milli(N) == 2000


@case("root_set_activity_cutoff_factor")
def root_activity_cutoff(w):
    ok(w.s.root_set_activity_cutoff_factor(w.alice, N, 50_000))
    assert w.s.get_activity_cutoff_factor_milli(N) == 50_000


@case()
def back_to_short_epochs(w):
    w.admin(("sudo_set_tempo", {"netuid": N, "tempo": 10}))


@case("set_weights", "weights", "get_subnet_validator_permits", "bonds")
def set_weights(w):
    w.until(lambda: w.s.get_subnet_validator_permits(N)[0])
    ok(w.s.set_weights(w.alice, N, uids=[1, 2], weights=[0.75, 0.25]))
    assert [[u, list(map(tuple, r))] for u, r in w.s.weights(N)] == [[0, [(1, 65535), (2, 21845)]]]
    w.until(lambda: float(w.s.metagraph(N).incentive[1]) > 0)
    assert [uid for uid, row in w.s.bonds(N) if row] == [0]


@case("get_stake_weight")
def stake_weight(w):
    weights = w.s.get_stake_weight(N)
    stakes = [float(s) for s in w.s.metagraph(N).alpha_stake]
    assert weights[0] == max(weights) > 0 and weights[3] == stakes[3] == 0, (weights, stakes)


@case("commit_weights", "reveal_weights")
def commit_reveal(w):
    w.admin(
        ("sudo_set_commit_reveal_weights_enabled", {"netuid": N, "enabled": True}),
        ("sudo_set_tempo", {"netuid": N, "tempo": 20}),
    )
    uids, weights, salt = [1, 2], [49151, 65535], [1, 2, 3, 4]
    ok(w.s.commit_weights(w.alice, N, salt, uids, weights))
    epoch = w.s.get_subnet_epoch_index(N)
    w.until(lambda: w.s.get_subnet_epoch_index(N) > epoch)
    ok(w.s.reveal_weights(w.alice, N, uids, weights, salt))
    assert [[u, list(map(tuple, r))] for u, r in w.s.weights(N)][0] == [0, [(1, 49151), (2, 65535)]]


@case("get_timelocked_weight_commits")
def timelocked(w):
    ok(w.s.set_weights(w.alice, N, uids=[1], weights=[1.0], block_time=0.25))
    commits = w.until(lambda: w.s.get_timelocked_weight_commits(N), 4)
    assert commits[0][0] == w.hot(w.alice), commits
    return LATER_ON


@case()
def without_commits(w):
    w.admin(("sudo_set_commit_reveal_weights_enabled", {"netuid": N, "enabled": False}))


@case("set_commitment", "get_commitment", "get_all_commitments", "get_commitment_metadata")
def commitment(w):
    ok(w.s.set_commitment(w.bob, N, "what bob says"))
    assert w.s.get_commitment(N, 1) == "what bob says"
    assert w.s.get_all_commitments(N) == {w.hot(w.bob): "what bob says"}
    assert w.s.get_commitment_metadata(N, w.hot(w.bob))["deposit"] == 0


@case("get_last_bonds_reset", "get_last_commitment_bonds_reset_block")
def bonds_reset(w):
    assert w.s.get_last_commitment_bonds_reset_block(N, 1) is None
    w.admin(("sudo_set_bonds_reset_enabled", {"netuid": N, "enabled": True}))
    info = {"fields": [[{"ResetBondsFlag": ()}]]}
    call = w.call("Commitments", "set_commitment", netuid=N, info=info)
    ok(w.s.sign_and_send_extrinsic(call=call, wallet=w.bob, sign_with="hotkey", wait_for_inclusion=True))
    assert w.s.get_last_commitment_bonds_reset_block(N, 1) > 0
    assert w.s.get_last_bonds_reset(N, w.hot(w.bob)).value > 0


@case("set_reveal_commitment")
def reveal_commitment(w):
    response = ok(w.s.set_reveal_commitment(w.charlie, N, LATER, blocks_until_reveal=4, block_time=0.25))
    assert response.data["reveal_round"] > 0
    return LATER_ON


REVEALED = ("get_revealed_commitment", "get_revealed_commitment_by_hotkey", "get_all_revealed_commitments")


@case(*REVEALED)
def revealed(w):
    # The pulses that reveal come from the internet; what they would leave is put into the state.
    hotkey = w.charlie.hotkey.public_key
    storage = revealed_key(N, bytes(hotkey))
    # What is sealed carries its length as SCALE does, and the chain stores it as it was.
    # (What is shorter than 32 bytes looks like text to the client, which then stumbles.)
    sealed = bytes([len(LATER) << 2]) + LATER.encode()
    value = bytes([4, len(sealed) << 2]) + sealed + (77).to_bytes(8, "little")
    w.sudo(("System", "set_storage", {"items": [("0x" + storage.hex(), "0x" + value.hex())]}))
    assert w.s.get_revealed_commitment(N, 2) == ((77, LATER),), w.s.get_revealed_commitment(N, 2)
    assert w.s.get_revealed_commitment_by_hotkey(N, w.hot(w.charlie)) == ((77, LATER),)
    assert w.s.get_all_revealed_commitments(N) == {w.hot(w.charlie): ((77, LATER),)}
    return "read from state set by hand: the pulses that reveal come from the internet"


def revealed_key(netuid, hotkey):
    """Key of Commitments.RevealedCommitments (identity netuid, twox64 hotkey)."""
    prefix = map_prefix("Commitments", "RevealedCommitments")
    return prefix + netuid.to_bytes(2, "little") + twox(hotkey, 1) + hotkey


@case("last_drand_round")
def drand(w):
    before = w.s.last_drand_round()
    for number in (1234, before):
        value = "0x" + number.to_bytes(8, "little").hex()
        w.sudo(("System", "set_storage", {"items": [("0x" + map_prefix("Drand", "LastStoredRound").hex(), value)]}))
        assert w.s.last_drand_round() == number
    return "read from state set by hand: the pulses come from the internet"


@case("get_mev_shield_current_key", "get_mev_shield_next_key")
def shield_keys(w):
    assert len(w.s.get_mev_shield_next_key()) == 1184
    assert len(w.s.get_mev_shield_current_key()) == 1184


@case("mev_submit_encrypted")
def shielded(w):
    call = w.call("Balances", "transfer_keep_alive", dest=w.cold(w.eve), value=10**9)
    # Ferdie does nothing else: the asynchronous client keeps a nonce that a sealed call has used up.
    before = w.s.get_balance(w.cold(w.eve)).rao
    response = ok(w.s.mev_submit_encrypted(w.ferdie, call, blocks_for_revealed_execution=8))
    assert response.mev_extrinsic is not None
    assert w.s.get_balance(w.cold(w.eve)).rao == before + 10**9


@case("get_vote_data")
def vote_data(w):
    try:
        w.s.get_vote_data("0x" + "11" * 32)
    except Exception as error:
        assert "Triumvirate" in str(error), error
        return gap("reads Triumvirate.Voting; runtime 425 has no such pallet")
    raise AssertionError("the pallet exists")
