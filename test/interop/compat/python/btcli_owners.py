"""Cases of btcli: what owners, root and neurons set."""

import os

from bittensor_cli.src.bittensor.extrinsics.root import (
    convert_weights_and_uids_for_emit,
    generate_weight_hash,
)
from bittensor_cli.version import __version_as_int__ as VERSION

from btcli_run import execute
from btcli_world import HOME, M, N, OPEN, case, close
from chain_tools import paying_root
from outcomes import gap
from sdk10_world import ok

SALT = (1, 2, 3, 4, 5, 6, 7, 8)
WEIGHTS = ("--netuid", N, "--uids", "1,2", "--weights", "0.5,0.25", "--salt", ",".join(map(str, SALT)))

# Name, what is typed, where the chain keeps it, what it keeps. Kappa and max_validators are root's.
HYPERPARAMETERS = (
    ("immunity_period", 7, "ImmunityPeriod", 7),
    ("liquid_alpha_enabled", "true", "LiquidAlphaOn", True),
    ("min_burn", 600000, "MinBurn", 600000),
    ("bonds_moving_avg", 800000, "BondsMovingAverage", 800000),
    ("kappa", 32000, "Kappa", 32000),
    ("max_validators", 60, "MaxAllowedValidators", 60),
    ("activity_cutoff_factor", 50000, "ActivityCutoffFactorMilli", 50000),
)


@case("sudo get", "sudo set")
def hyperparameters(w):
    for name, typed, item, kept in HYPERPARAMETERS:
        w.sign("alice", "sudo", "set", "--netuid", N, "--param", name, "--value", typed)
        assert w.stored(item, N) == kept, (name, w.stored(item, N))
    rows = {row["hyperparameter"]: row["value"] for row in w.json("sudo", "get", "--netuid", N)}
    assert (rows["tempo"], rows["immunity_period"], rows["kappa"], rows["max_validators"]) == (10, 7, 32000, 60), rows


@case("sudo set-take", "sudo get-take")
def takes(w):
    # The first goes down, the second up: two different calls.
    for take in (0.1, 0.12):
        w.ask("sudo", "set-take", "--take", take, *w.who("alice"), "--json-output")
        assert w.stored("Delegates", w.hot(w.alice)) in (int(take * 65535), int(take * 65535) + 1)
        assert close(w.json("sudo", "get-take", *w.who("alice"))["current_take"], take, 1e-4)


@case("sudo trigger-epoch")
def trigger_epoch(w):
    w.sign("alice", "sudo", "set", "--netuid", N, "--param", "tempo", "--value", 360)
    index = w.s.get_subnet_epoch_index(N)
    w.sign("alice", "sudo", "trigger-epoch", "--netuid", N)
    w.until(lambda: w.s.get_subnet_epoch_index(N) > index, 30)
    w.admin(("sudo_set_tempo", {"netuid": N, "tempo": 10}))


@case("sudo stake-burn")
def stake_burn(w):
    free, stake = w.free(w.alice), w.stake(w.alice, w.alice)
    sent = w.sign("alice", "sudo", "stake-burn", "--netuid", M, "--amount", 1, "--unsafe", *OPEN)
    assert free - w.free(w.alice) >= 10**9 and w.stake(w.alice, w.alice) >= stake, sent
    block = int(sent["extrinsic_identifier"].split("-")[0])
    names = [e["event_id"] for e in w.s.substrate.get_events(w.s.get_block_hash(block))]
    assert "AddStakeBurn" in names, names


@case("sudo trim")
def trim(w):
    w.admin(("sudo_set_min_allowed_uids", {"netuid": N, "min_allowed_uids": 1}))
    w.sign("alice", "sudo", "trim", "--netuid", N, "--max", 32)
    assert w.stored("MaxAllowedUids", N) == 32


@case("sudo senate", "sudo proposals", "sudo senate-vote")
def senate(w):
    vote = ("senate-vote", "--proposal", "0x" + "11" * 32, "--vote-aye", *w.who("alice"), "--no-prompt")
    for args in (("senate",), ("proposals",), vote):
        ran = execute(["sudo", *args, "--network", w.url])
        assert 'Pallet "SenateMembers" not found' in ran.err, ran
    return gap("asks for the pallet SenateMembers, which runtime 425 does not have")


@case("axon set", "axon reset")
def axon(w):
    # `axon` takes --json-output for a contradiction of --no-prompt, so it is used without.
    w.say("bob", "axon", "set", "--netuid", N, "--ip", "93.184.216.34", "--port", 18091, "--ip-type", 4, "--protocol", 4)
    served = w.s.metagraph(N).axons[1]
    assert (served.ip, served.port, served.protocol) == ("93.184.216.34", 18091, 4), served
    w.say("bob", "axon", "reset", "--netuid", N)
    served = w.s.metagraph(N).axons[1]
    assert (served.ip, served.port) == ("0.0.0.0", 1), served


@case("weights commit")
def commit_weights(w):
    ran = execute([str(a) for a in ("weights", "commit", *WEIGHTS, *w.who("alice"), "--network", w.url)], "y\n")
    assert 'Storage function "SubtensorModule.get_commit_reveal_weights_enabled" not found' in ran.err, ran
    return gap("reads a storage item get_commit_reveal_weights_enabled, which no runtime has; hidden in its help")


@case("weights reveal")
def reveal_weights(w):
    w.admin(
        ("sudo_set_commit_reveal_weights_enabled", {"netuid": N, "enabled": True}),
        ("sudo_set_tempo", {"netuid": N, "tempo": 20}),
    )
    # What `weights commit` would commit, were it to get there.
    uids, values = convert_weights_and_uids_for_emit([1, 2], [0.5, 0.25])
    digest = generate_weight_hash(w.hot(w.alice), N, uids, values, VERSION, list(SALT))
    call = w.call("SubtensorModule", "commit_weights", netuid=N, commit_hash=digest)
    sent = w.s.sign_and_send_extrinsic(call=call, wallet=w.alice, sign_with="hotkey", wait_for_inclusion=True)
    assert sent.success, sent
    epoch = w.s.get_subnet_epoch_index(N)
    w.until(lambda: w.s.get_subnet_epoch_index(N) > epoch)
    w.ask("weights", "reveal", *WEIGHTS, *w.who("alice"), stdin="y\n")
    wanted = {0: [(1, 65535), (2, 32768)]}
    w.until(lambda: {u: list(map(tuple, row)) for u, row in w.s.weights(N)} == wanted, 8)
    w.admin(
        ("sudo_set_commit_reveal_weights_enabled", {"netuid": N, "enabled": False}),
        ("sudo_set_tempo", {"netuid": N, "tempo": 10}),
    )


@case("stake set-claim", "stake process-claim", "subnets show")
def claims(w):
    hot, cold = w.hot(w.alice), w.cold(w.alice)
    w.sign("alice", "stake", "set-claim", "keep")
    assert w.s.get_root_claim_type(cold) == "Keep"
    w.admin(("sudo_set_subtoken_enabled", {"netuid": 0, "subtoken_enabled": True}))
    ok(w.s.root_register(w.alice))
    w.sign("alice", "stake", "add", "--netuid", 0, "--amount", 1000, "--unsafe", *OPEN)
    # Root, now that somebody is on it, has a page of its own.
    assert w.hot(w.alice)[:6] in w.ask("subnets", "show", "--netuid", 0, "--no-prompt").out
    # Nobody is paid without asking, lest there be nothing left to claim.
    w.sudo(("SubtensorModule", "sudo_set_num_root_claims", {"new_value": 0}))
    w.sudo(("System", "set_storage", {"items": [paying_root(N)]}))
    w.sudo(("SubtensorModule", "sudo_set_root_claim_threshold", {"netuid": N, "new_value": 0}))
    w.until(lambda: w.s.get_root_claimable_stake(cold, hot, N).rao > 0)
    before = w.s.get_root_claimed(cold, hot, N).rao
    w.say("alice", "stake", "process-claim", "--netuids", N)
    assert w.s.get_root_claimed(cold, hot, N).rao > before


@case("view dashboard")
def dashboard(w):
    folder = os.path.join(HOME, "dashboard")
    os.makedirs(folder, exist_ok=True)
    ran = execute(["view", "dashboard", *w.who("bob"), "--network", w.url, "--save-file", "--dashboard-path", folder])
    (name,) = os.listdir(folder) or [None]
    assert name, ran
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        page = file.read()
    assert "Renamed" in page and w.cold(w.bob)[:6] in page
    return "its page holds our subnets and stakes; what the page itself loads needs the internet"
