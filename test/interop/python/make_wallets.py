"""Writes wallets whose keys come from development URIs.

usage: make_wallets.py FOLDER NAME=URI … ; the hotkey `default` of NAME is URI//hot.
"""

import sys

from bittensor_wallet import Keypair, Wallet

folder, *wanted = sys.argv[1:]
for pair in wanted:
    name, uri = pair.split("=")
    wallet = Wallet(name=name, hotkey="default", path=folder)
    coldkey = Keypair.create_from_uri(uri)
    wallet.set_coldkey(keypair=coldkey, encrypt=False, overwrite=True)
    wallet.set_coldkeypub(keypair=coldkey, encrypt=False, overwrite=True)
    wallet.set_hotkey(keypair=Keypair.create_from_uri(f"{uri}//hot"), encrypt=False, overwrite=True)
    print(name, wallet.coldkeypub.ss58_address, wallet.hotkey.ss58_address)
