"""Synapses that both sides of the interop tests declare; sdk.ts declares the same."""

from typing import Any, Optional

import bittensor as bt


class TextSynapse(bt.Synapse):
    prompt: str
    n: int
    ratio: float
    flag: bool
    tags: list[str]
    opts: dict[str, Any]
    out: Optional[str] = None
    required_hash_fields = ("prompt", "n", "ratio", "flag", "tags", "opts")


class Big(bt.Synapse):
    data: str
    size: Optional[int] = None
    required_hash_fields = ("data",)


class Status(bt.Synapse):
    code: int
