"""What drivers do to a node of ours that no client does: blocks at once, state set by hand."""

import json
import urllib.request


def development(url, method, *params):
    """A call of one of the node's powers for development."""
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    request = urllib.request.Request(url.replace("ws", "http", 1), body, {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=300) as answer:
        said = json.load(answer)
    assert "result" in said, said
    return said["result"]


def make_blocks(url, count):
    """Blocks at once, so that a case need not wait for a clock."""
    development(url, "dev_newBlock", {"count": count})


# Key of SubtensorModule.SubnetMovingPrice, without the netuid: xxhash is not among bittensor 11's packages.
MOVING_PRICE = "0x658faa385070e074c85bf6b568cf05551abf1b0f4fd14f7b72ee50f9d91d5915"


def paying_root(netuid):
    """State under which root is paid: smoothed prices of subnets that sum up to more than one."""
    return (MOVING_PRICE + netuid.to_bytes(2, "little").hex(), "0x" + (3 << 32).to_bytes(16, "little").hex())
