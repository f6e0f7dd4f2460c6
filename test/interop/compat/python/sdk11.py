"""Every read and every intent of bittensor 11.0.0 against a chain, and the client's own methods.

usage: sdk11.py ws://HOST:PORT [NAME …]; prints one JSON object per method.
"""

import asyncio
import hashlib
import sys

import bittensor as bt
from bittensor import calls
from bittensor._generated import storage
from bittensor.evm.transactions import association_proof
from bittensor.intents import REGISTRY as INTENTS
from bittensor.keyfiles import Keypair
from eth_account import Account
from bittensor.reads import REGISTRY as READS

from outcomes import Cases, Report

case = Cases()
N, M = 2, 3
EVM_KEY = "0x" + "11" * 32
CLIENT = (
    "query query_map query_batch runtime constant decode_scale read reads blocks timestamp block_time is_fast_blocks "
    "block_info wait_for_block wait_for_timestamp wait_for_epoch plan execute execute_tool submit_shielded submit_call "
    "prepare_call submit_signature compose multisig tools token_symbols balance policy connect close block at"
).split()


class Keys:
    """A wallet whose keys come from a development URI."""

    def __init__(self, uri):
        self.coldkey = self.coldkeypub = Keypair.create_from_uri(uri)
        self.hotkey = Keypair.create_from_uri(f"{uri}//hot")
        self.cold, self.hot = self.coldkey.ss58_address, self.hotkey.ss58_address


class World:
    def __init__(self, url):
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.client = bt.Client(url)
        self.do(self.client.connect())
        self.notes = {}
        for name in ("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie"):
            setattr(self, name.lower(), Keys(f"//{name}"))

    def do(self, awaitable):
        return self.loop.run_until_complete(awaitable)

    def read(self, name, **params):
        return self.do(self.client.read(name, **params))

    def intent(self, who, op, **args):
        """Runs an intent; inclusion is enough for the cases that follow."""
        result = self.do(self.client.execute_tool(op, args, who))
        assert result.success, f"{op}: {result.message} {result.error!r}"
        return result

    def send(self, who, call, **options):
        result = self.do(self.client.submit_call(call, who, **options))
        assert result.success, f"{result.message} {result.error!r}"
        return result

    def sudo(self, *inner):
        for one in inner:
            call = self.do(self.client.compose(one))
            result = self.send(self.alice, calls.Sudo.sudo(call=call))
            said = [e for e in result.events if "Sudid" in str(e)]
            assert "Err" not in str(said), said

    def block(self):
        return self.do(self.client.block())

    def wait(self, blocks):
        self.do(self.client.wait_for_block(self.block() + blocks))

    def until(self, done, blocks=120):
        for _ in range(blocks):
            value = done()
            if value:
                return value
            self.wait(1)
        raise AssertionError("it did not come to pass in time")


def read(name, check=lambda value: value is not None, **params):
    """A case of one read; parameters may be functions of the world."""

    def run(w):
        given = {k: v(w) if callable(v) else v for k, v in params.items()}
        value = w.read(name, **given)
        assert check(value), f"the answer is {value!r}"[:400]

    case(f"read {name}")(run)


def intent(op, who, *also, **args):
    """A case of one intent; arguments may be functions of the world."""

    def run(w):
        given = {k: v(w) if callable(v) else v for k, v in args.items()}
        w.intent(getattr(w, who), op, **given)

    case(f"intent {op}", *also)(run)


def hot(name):
    return lambda w: getattr(w, name).hot


def cold(name):
    return lambda w: getattr(w, name).cold


@case("client connect", "client query", "client query_map", "client query_batch", "client runtime", "client constant", "client block", "client at")
def generic(w):
    assert w.do(w.client.query(storage.SubtensorModule.Tempo, [1])) == 100
    assert len(w.do(w.client.query_map(storage.SubtensorModule.NetworksAdded))) == 2
    assert len(w.do(w.client.query_batch(storage.SubtensorModule.Tempo, [[0], [1]]))) == 2
    assert w.do(w.client.runtime(bt.runtime_api.SwapRuntimeApi.current_alpha_price, [1])) > 0
    assert w.do(w.client.constant(bt.constants.Balances.ExistentialDeposit)) == 500
    assert w.do(w.client.at(1)).block == 1 and w.block() > 0


@case("client read", "client reads", "client tools", "client token_symbols", "client balance", "client policy", "client decode_scale")
def catalogs(w):
    assert len(w.client.reads()) == len(READS) and len(w.client.tools()) == len(INTENTS)
    assert w.client.token_symbols[1] and w.client.balance(5).rao == 5
    assert w.client.policy is None
    assert w.do(w.client.decode_scale("u16", b"\x05\x00")) == 5


@case("client timestamp", "client block_time", "client is_fast_blocks", "client block_info", "client blocks", "client wait_for_block", "client wait_for_timestamp")
def clock(w):
    from datetime import timedelta

    now = w.do(w.client.timestamp())
    assert w.do(w.client.block_time()) == 0.25 and w.do(w.client.is_fast_blocks())
    assert w.do(w.client.block_info(1)).number == 1

    async def two():
        seen = []
        async for header in w.client.blocks():
            seen.append(header.number)
            if len(seen) == 2:
                return seen

    first, second = w.do(two())
    assert second == first + 1
    w.do(w.client.wait_for_timestamp(now + timedelta(seconds=1)))


@case("client plan", "client execute", "client execute_tool", "client compose", "client submit_call", "client prepare_call", "client submit_signature")
def sending(w):
    transfer = bt.Transfer(dest_ss58=w.dave.cold, amount_tao=1)
    plan = w.do(w.client.plan(transfer, w.alice))
    assert plan.fee.rao > 0 and not plan.violations
    before = w.read("balance", coldkey_ss58=w.dave.cold)
    assert w.do(w.client.execute(transfer, w.alice)).success
    assert (w.read("balance", coldkey_ss58=w.dave.cold) - before).rao == 10**9
    w.send(w.alice, calls.System.remark_with_event(remark=b"hello"))
    call = calls.System.remark(remark=b"apart")
    unsigned = w.do(w.client.prepare_call(call, address=w.bob.cold))
    signature = w.bob.coldkey.sign(unsigned.signing_payload if hasattr(unsigned, "signing_payload") else unsigned.payload)
    assert w.do(w.client.submit_signature(unsigned, signature)).success


intent("transfer", "alice", dest_ss58=cold("eve"), amount_tao="10")
intent("transfer_all", "eve", dest_ss58=cold("dave"), keep_alive=True)
intent("batch", "alice", intents=lambda w: [{"op": "transfer", "dest_ss58": w.eve.cold, "amount_tao": 500}, {"op": "transfer", "dest_ss58": w.dave.cold, "amount_tao": 1}])


@case("client submit_shielded")
def shielded(w):
    # Ferdie does nothing else: the client keeps a nonce that a sealed call has used up.
    result = w.do(w.client.submit_shielded(bt.Transfer(dest_ss58=w.eve.cold, amount_tao=2), w.ferdie))
    assert result.success, result


@case("intent register_subnet")
def subnets(w):
    a = calls.AdminUtils
    w.sudo(a.sudo_set_network_rate_limit(rate_limit=0), a.sudo_set_admin_freeze_window(window=0), a.sudo_set_tx_rate_limit(tx_rate_limit=0))
    w.intent(w.alice, "register_subnet")
    w.intent(w.alice, "register_subnet", hotkey_ss58=w.eve.hot)


@case("intent start_call")
def start(w):
    w.intent(w.alice, "start_call", netuid=N)
    w.intent(w.alice, "start_call", netuid=M)


@case("intent set_subnet_emission_enabled")
def emission(w):
    w.intent(w.alice, "set_subnet_emission_enabled", netuids=[N, M], enabled=True)


@case("intent set_hyperparameter")
def hyperparameters(w):
    w.intent(w.alice, "set_hyperparameter", netuid=N, name="immunity_period", value=3)
    w.sudo(
        calls.AdminUtils.sudo_set_commit_reveal_weights_enabled(netuid=N, enabled=False),
        calls.AdminUtils.sudo_set_weights_set_rate_limit(netuid=N, weights_set_rate_limit=0),
        calls.AdminUtils.sudo_set_serving_rate_limit(netuid=N, serving_rate_limit=0),
        calls.AdminUtils.sudo_set_subtoken_enabled(netuid=0, subtoken_enabled=True),
    )


intent("burned_register", "bob", netuid=N)
intent("burned_register", "charlie", netuid=N)
intent("associate_hotkey", "eve")
intent("add_stake", "alice", hotkey_ss58=hot("alice"), netuid=N, amount_tao=500, slippage_protection=False)
intent("add_stake", "bob", hotkey_ss58=hot("alice"), netuid=N, amount_tao=200, rate_tolerance=0.9)
intent("add_stake", "bob", hotkey_ss58=hot("alice"), netuid=M, amount_tao=100, slippage_protection=False)
intent("add_stake_limit", "bob", hotkey_ss58=hot("bob"), netuid=N, amount_tao=10, limit_price_rao=10**12)
intent("root_register", "alice")
intent("remove_stake", "bob", hotkey_ss58=hot("alice"), netuid=N, amount_alpha=1)
intent("remove_stake_limit", "bob", hotkey_ss58=hot("alice"), netuid=N, amount_alpha=1, limit_price_rao=1)
intent("move_stake", "bob", origin_hotkey_ss58=hot("alice"), origin_netuid=N, dest_hotkey_ss58=hot("bob"), dest_netuid=N, amount_alpha=5)
intent("swap_stake", "bob", hotkey_ss58=hot("alice"), origin_netuid=N, dest_netuid=M, amount_alpha=3, rate_tolerance=0.3)
intent("transfer_stake", "bob", dest_coldkey_ss58=cold("dave"), hotkey_ss58=hot("alice"), origin_netuid=N, dest_netuid=N, amount_alpha=3)
intent("stake_burn", "alice", netuid=N, amount_tao=1, limit_price=10**12)
intent("set_auto_stake", "bob", netuid=N, hotkey_ss58=hot("alice"))
intent("serve_axon", "bob", netuid=N, ip="93.184.216.34", port=18091)
intent("serve_axon_tls", "bob", netuid=N, ip="93.184.216.34", port=18092, certificate="0x01" + "aa" * 32)
intent("serve_prometheus", "bob", netuid=N, ip="93.184.216.34", port=18093)
intent("reset_axon", "bob", netuid=N)
intent("set_identity", "alice", name="Alice")
intent("set_subnet_identity", "alice", netuid=N, subnet_name="One", github_repo="https://github.com/a/b")
intent("update_symbol", "alice", netuid=N, symbol="ש")


@case("intent set_weights", "client wait_for_epoch")
def weights(w):
    w.until(lambda: w.do(w.client.query(storage.SubtensorModule.ValidatorPermit, [N]))[0])
    w.intent(w.alice, "set_weights", netuid=N, uids=[1, 2], weights=[0.75, 0.25])
    assert w.do(w.client.wait_for_epoch(N, timeout=30))


@case("intent reveal_weights")
def reveal(w):
    w.sudo(calls.AdminUtils.sudo_set_commit_reveal_weights_enabled(netuid=N, enabled=True))
    w.sudo(calls.AdminUtils.sudo_set_tempo(netuid=N, tempo=20))
    words = lambda *values: bytes([len(values) << 2]) + b"".join(v.to_bytes(2, "little") for v in values)
    payload = bytes(w.alice.hotkey.public_key) + N.to_bytes(2, "little") + words(1) + words(65535) + words(1, 2, 3) + bytes(8)
    digest = hashlib.blake2b(payload, digest_size=32).hexdigest()
    w.send(w.alice, calls.SubtensorModule.commit_weights(netuid=N, commit_hash="0x" + digest), signer="hotkey")
    w.do(w.client.wait_for_epoch(N, timeout=30))
    w.intent(w.alice, "reveal_weights", netuid=N, uids=[1], weights=[1.0], salt=[1, 2, 3])


intent("commit_weights", "alice", netuid=N, uids=[1, 2], weights=[0.5, 0.5])


@case("intent set_children", "intent set_childkey_take")
def children(w):
    w.sudo(calls.SubtensorModule.set_pending_childkey_cooldown(cooldown=40))
    w.intent(w.alice, "set_children", netuid=N, children=[[0.25, w.bob.hot]])
    w.notes["pending"] = w.read("pending_children", hotkey_ss58=w.alice.hot, netuid=N)
    w.intent(w.alice, "set_childkey_take", netuid=N, take=0.05)


read("pending_children", hotkey_ss58=hot("alice"), netuid=N)


@case("intent decrease_take", "intent increase_take", "intent set_take")
def takes(w):
    w.sudo(calls.AdminUtils.sudo_set_tx_delegate_take_rate_limit(tx_rate_limit=0))
    w.intent(w.alice, "decrease_take", take=0.1)
    w.intent(w.alice, "increase_take", take=0.12)
    w.intent(w.alice, "set_take", take=0.15)


intent("lock_stake", "bob", netuid=N, amount_alpha=1)
intent("set_perpetual_lock", "bob", netuid=N, enabled=False)
intent("move_lock", "bob", netuid=N, destination_hotkey_ss58=hot("charlie"))
intent("set_root_claim_type", "alice", claim_type="Keep")
intent("claim_root", "alice", subnets=[N])


@case("intent associate_evm_key")
def evm_key(w):
    number = w.block()
    account = Account.from_key(EVM_KEY)
    signature, _ = association_proof(account, w.alice.hot, number)
    w.intent(w.alice, "associate_evm_key", netuid=N, evm_key=account.address, block_number=number, signature=signature)


intent("fund_evm_key", "alice", evm_address="0x" + "12" * 20, amount_tao=1)


@case("intent evm_withdraw")
def evm_withdraw(w):
    mirror = "0x" + bytes(w.bob.coldkey.public_key)[:20].hex()
    w.intent(w.alice, "fund_evm_key", evm_address=mirror, amount_tao=2)
    before = w.read("balance", coldkey_ss58=w.bob.cold)
    w.intent(w.bob, "evm_withdraw", amount_tao=1)
    assert w.read("balance", coldkey_ss58=w.bob.cold).rao > before.rao + 9 * 10**8


@case("intent set_mechanism_count")
def mechanisms(w):
    w.sudo(calls.AdminUtils.sudo_set_max_allowed_uids(netuid=M, max_allowed_uids=64))
    w.intent(w.alice, "set_mechanism_count", netuid=M, mechanism_count=2)


@case("intent trim_subnet")
def trim(w):
    w.sudo(calls.AdminUtils.sudo_set_min_allowed_uids(netuid=N, min_allowed_uids=1))
    w.intent(w.alice, "trim_subnet", netuid=N, max_n=32)


# Proxies
intent("add_proxy", "bob", delegate_ss58=cold("dave"), proxy_type="Any", delay=1)
read("proxies", coldkey_ss58=cold("bob"))


@case("intent execute_proxy_announced")
def announced(w):
    inner = {"dest_ss58": w.eve.cold, "amount_tao": 1}
    call = w.do(w.client.compose(calls.Balances.transfer_keep_alive(dest=w.eve.cold, value=10**9)))
    w.send(w.dave, calls.Proxy.announce(real=w.bob.cold, call_hash="0x" + bytes(call.call_hash).hex()))
    w.wait(2)
    w.intent(w.dave, "execute_proxy_announced", delegate_ss58=w.dave.cold, real_ss58=w.bob.cold, inner_op="transfer", inner_args=inner)


intent("remove_proxy", "bob", delegate_ss58=cold("dave"), proxy_type="Any", delay=1)
intent("remove_proxies", "bob")


@case("intent create_pure_proxy", "intent kill_pure_proxy")
def pure(w):
    made = w.intent(w.bob, "create_pure_proxy", proxy_type="Any").data
    w.intent(w.alice, "transfer", dest_ss58=made["pure_proxy"], amount_tao=3)
    kill = bt.KillPureProxy(spawner_ss58=w.bob.cold, proxy_type="Any", index=0, height=made["height"], ext_index=made["ext_index"])
    result = w.do(w.client.execute(kill, w.bob, proxy_for=made["pure_proxy"]))
    assert result.success, result


# Multisigs
@case("intent multisig_approve", "intent multisig_cancel", "intent multisig_execute", "intent multisig_threshold_1", "client multisig", "read multisig")
def multisigs(w):
    call = {"op": "transfer", "dest_ss58": w.eve.cold, "amount_tao": 1}
    both = w.do(w.client.multisig([w.alice.cold, w.bob.cold], 2)).address
    one = w.do(w.client.multisig([w.alice.cold, w.bob.cold], 1)).address
    for account in (both, one):
        w.intent(w.alice, "transfer", dest_ss58=account, amount_tao=10)
    w.intent(w.alice, "multisig_threshold_1", other_signatories=[w.bob.cold], call=call)
    opened = w.intent(w.alice, "multisig_approve", threshold=2, other_signatories=[w.bob.cold], call=call)
    pending = w.read("multisig", account_ss58=both, call_hash=opened.data["multisig_call_hash"])
    when = pending.get("timepoint") or pending["when"]
    w.intent(w.bob, "multisig_execute", threshold=2, other_signatories=[w.alice.cold], call=call, timepoint=when)
    opened = w.intent(w.alice, "multisig_approve", threshold=2, other_signatories=[w.bob.cold], call=call)
    pending = w.read("multisig", account_ss58=both, call_hash=opened.data["multisig_call_hash"])
    when = pending.get("timepoint") or pending["when"]
    w.intent(w.alice, "multisig_cancel", threshold=2, other_signatories=[w.bob.cold], call=call, timepoint=when)


# Crowdloans; the second ends in a lease.
@case("intent create_crowdloan", "intent contribute_crowdloan", "intent withdraw_crowdloan", "intent set_crowdloan_max_contribution", "intent update_crowdloan_cap", "intent update_crowdloan_end", "intent update_crowdloan_min_contribution")
def crowdloans(w):
    base = {"deposit_tao": 10, "min_contribution_tao": 1}
    w.intent(w.bob, "create_crowdloan", **base, cap_tao=30, end=w.block() + 80, target_ss58=w.ferdie.cold)
    w.intent(w.charlie, "contribute_crowdloan", crowdloan_id=0, amount_tao=5)
    w.intent(w.charlie, "withdraw_crowdloan", crowdloan_id=0)
    w.intent(w.bob, "set_crowdloan_max_contribution", crowdloan_id=0, new_max_contribution_tao=15)
    w.intent(w.bob, "update_crowdloan_cap", crowdloan_id=0, new_cap_tao=20)
    w.intent(w.bob, "update_crowdloan_min_contribution", crowdloan_id=0, new_min_contribution_tao=2)
    w.intent(w.bob, "update_crowdloan_end", crowdloan_id=0, new_end=w.block() + 60)
    w.intent(w.charlie, "contribute_crowdloan", crowdloan_id=0, amount_tao=10)
    lease = {"op": "register_leased_network", "emissions_share": 30, "end_block": w.block() + 75}
    w.intent(w.bob, "create_crowdloan", **base, cap_tao=4000, end=w.block() + 55, call=lease)
    w.intent(w.charlie, "contribute_crowdloan", crowdloan_id=1, amount_tao=3990)
    w.intent(w.charlie, "create_crowdloan", **base, cap_tao=30, end=w.block() + 54, target_ss58=w.ferdie.cold)
    w.intent(w.bob, "contribute_crowdloan", crowdloan_id=2, amount_tao=5)


read("crowdloan", crowdloan_id=0)
read("crowdloans", lambda found: len(found) == 3)
read("crowdloan_contributors", lambda found: len(found) == 2, crowdloan_id=0)


@case("intent announce_coldkey_swap", "intent dispute_coldkey_swap", "intent clear_coldkey_swap_announcement", "intent swap_coldkey_announced", "read coldkey_swap_announcement")
def coldkey_swaps(w):
    a = calls.AdminUtils
    w.sudo(a.sudo_set_coldkey_swap_announcement_delay(duration=3), a.sudo_set_coldkey_swap_reannouncement_delay(duration=2))
    new, *old = (Keys(f"//Compat11//{n}") for n in range(4))
    for keys in old:
        w.intent(w.alice, "transfer", dest_ss58=keys.cold, amount_tao=5)
        w.intent(keys, "announce_coldkey_swap", new_coldkey_ss58=new.cold)
    assert w.read("coldkey_swap_announcement", coldkey_ss58=old[0].cold)
    w.intent(old[1], "dispute_coldkey_swap")
    w.wait(6)
    w.intent(old[0], "swap_coldkey_announced", new_coldkey_ss58=new.cold)
    assert w.read("balance", coldkey_ss58=new.cold).rao > 4 * 10**9
    w.intent(old[2], "clear_coldkey_swap_announcement")


@case("intent swap_hotkey")
def swap_hotkey(w):
    w.intent(w.charlie, "swap_hotkey", new_hotkey_ss58=Keys("//Compat11//swap").hot, hotkey_ss58=w.charlie.hot)


# Reads over what the intents have left
some = {"netuid": N}
for name in ("alpha_price", "blocks_since_last_step", "blocks_until_next_epoch", "burn", "commit_reveal_enabled", "difficulty", "epoch_status", "immunity_period", "max_weight_limit", "mechanism_count", "min_allowed_weights", "next_epoch_start_block", "reveal_period", "subnet_convictions", "subnet_hyperparameters", "subnet_start_schedule", "tx_rate_limit", "weights_rate_limit"):
    read(name, **({} if name == "tx_rate_limit" else some))
read("alpha_prices", lambda v: len(v) >= 4)
read("associated_evm_key", **some, uid=0)
read("auto_stake", lambda v: v is not None, coldkey_ss58=cold("bob"), netuid=N)
read("auto_stake_all", lambda v: len(v) >= 1, coldkey_ss58=cold("bob"))
read("balance", coldkey_ss58=cold("bob"))
read("balances", lambda v: len(v) == 2, coldkey_ss58s=lambda w: [w.bob.cold, w.dave.cold])
read("block_info", block=3)
read("block_time", lambda v: v == 0.25)
read("blocks_since_last_update", **some, uid=0)
read("bonds", **some, mechid=0)
read("weights", lambda v: len(v) > 0, **some, mechid=0)
read("coldkey_lock", coldkey_ss58=cold("bob"), netuid=N)
read("locks_for_coldkey", lambda v: len(v) >= 1, coldkey_ss58=cold("bob"))
read("hotkey_conviction", hotkey_ss58=hot("alice"), netuid=N)
read("most_convicted_hotkey", **some)
read("delegate", hotkey_ss58=hot("alice"))
read("delegate_take", lambda v: abs(v["take"] - 0.15) < 1e-3, hotkey_ss58=hot("alice"))
read("delegated", lambda v: len(v) >= 1, coldkey_ss58=cold("bob"))
read("delegates", lambda v: len(v) >= 1)
read("is_delegate", lambda v: v is True, hotkey_ss58=hot("alice"))
read("existential_deposit", lambda v: v.rao == 500)
read("hotkey_identities", hotkey_ss58s=lambda w: [w.alice.hot])
read("hotkey_owner", hotkey_ss58=hot("alice"))
read("identity", lambda v: "Alice" in str(v), coldkey_ss58=cold("alice"))
read("is_fast_blocks", lambda v: v is True)
read("mechanism_emission_split", lambda v: True, netuid=M)
read("metagraph", **some)
read("mev_shield_next_key", lambda v: len(v) == 2 + 2 * 1184)
read("netuids_for_hotkey", lambda v: N in v, hotkey_ss58=hot("alice"))
read("neurons", lambda v: len(v) == 3, **some, lite=False)
read("owned_hotkeys", lambda v: len(v) >= 1, coldkey_ss58=cold("alice"))
read("quote_stake", **some, amount_tao=1)
read("quote_unstake", **some, amount_alpha=1)
read("root_claim_type", lambda v: "Keep" in str(v), coldkey_ss58=cold("alice"))
read("stake", coldkey_ss58=cold("bob"), hotkey_ss58=hot("alice"), netuid=N)
read("stake_for_coldkey", lambda v: len(v) >= 2, coldkey_ss58=cold("bob"))
read("stake_for_coldkeys", lambda v: len(v) == 2, coldkey_ss58s=lambda w: [w.bob.cold, w.dave.cold])
read("stake_value_for_coldkey", coldkey_ss58=cold("bob"))
read("stake_value_for_coldkeys", lambda v: len(v) == 2, coldkey_ss58s=lambda w: [w.bob.cold, w.dave.cold])
read("staking_hotkeys", lambda v: len(v) >= 1, coldkey_ss58=cold("bob"))
read("subnet", lambda v: v.netuid == N, **some)
read("subnet_emission_enabled", lambda v: v == 1, **some)
read("subnet_identity", lambda v: "One" in str(v), **some)
read("subnet_names", lambda v: v == {N: "One"})
read("subnet_registration_cost", lambda v: v.rao > 0)
read("subnets", lambda v: len(v) >= 4)
read("timelocked_weight_commits", lambda v: True, **some, mechid=0)
read("timestamp")
read("token_symbols", lambda v: len(v) > 1)
read("uid", lambda v: v == 0, hotkey_ss58=hot("alice"), netuid=N)


@case("read commitment", "read commitments", "read revealed_commitment")
def commitments(w):
    info = {"fields": [[{"Raw5": "0x" + b"hello".hex()}]]}
    w.send(w.bob, calls.Commitments.set_commitment(netuid=N, info=info), signer="hotkey")
    assert "hello" in str(w.read("commitment", netuid=N, hotkey_ss58=w.bob.hot))
    assert "hello" in str(w.read("commitments", netuid=N))
    w.read("revealed_commitment", netuid=N, hotkey_ss58=w.bob.hot)


@case("read children", "read parents")
def relations(w):
    w.until(lambda: w.read("children", hotkey_ss58=w.alice.hot, netuid=N))
    assert w.read("parents", hotkey_ss58=w.bob.hot, netuid=N)[0][1] == w.alice.hot


@case("intent finalize_crowdloan", "intent refund_crowdloan", "intent dissolve_crowdloan", "intent register_leased_network", "read lease", "read leases")
def crowdloan_ends(w):
    last = max(w.read("crowdloan", crowdloan_id=n)["end"] for n in range(3))
    if w.block() <= last:
        w.do(w.client.wait_for_block(last + 1))
    w.intent(w.bob, "finalize_crowdloan", crowdloan_id=0)
    w.intent(w.charlie, "refund_crowdloan", crowdloan_id=2)
    w.intent(w.charlie, "dissolve_crowdloan", crowdloan_id=2)
    w.intent(w.bob, "finalize_crowdloan", crowdloan_id=1)
    assert len(w.read("leases")) == 1
    w.notes["lease"] = w.read("lease", lease_id=0)


@case("intent terminate_lease")
def end_of_lease(w):
    end = w.notes["lease"]["end_block"]
    if w.block() <= end:
        w.do(w.client.wait_for_block(end + 1))
    w.intent(w.bob, "terminate_lease", lease_id=0, hotkey_ss58=w.bob.hot)


intent("unstake_all_alpha", "dave", hotkey_ss58=hot("alice"))
intent("unstake_all", "bob", hotkey_ss58=hot("alice"))


@case("client close")
def close(w):
    w.do(w.client.close())


def main(url, *only):
    surface = [f"read {n}" for n in READS] + [f"intent {n}" for n in INTENTS] + [f"client {n}" for n in CLIENT]
    report = Report(f"bittensor {bt.__version__}", surface, only)
    report.run(World(url), case)
    report.print()


main(*sys.argv[1:])
