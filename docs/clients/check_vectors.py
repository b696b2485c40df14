#!/usr/bin/env python3
"""Checks hanse_client.py against docs/vectors: every row that a client meets. Usage: check_vectors.py [FOLDER]"""
import json, sys
from pathlib import Path
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hanse_client import (MESSAGES, Chain, Refused, address_of, check_leaf, encode, hexed, prefix, sha256, state_value, tagged, transaction,
                          unhex)

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "vectors"
KEYS, GENESIS, TRANSACTIONS, PARAMS, TREES, STATE, BLOCKS, CONSENSUS, PROOFS = (
    json.loads((FOLDER / f"{name}.json").read_text("utf8"))
    for name in ("keys", "genesis", "transactions", "params", "trees", "state", "blocks", "consensus", "proofs"))
CHAIN = Chain(GENESIS["text"].encode())
rows = 0

def same(what, got, expected):
    global rows
    rows += 1
    if got != expected:
        sys.exit(f"{what}: {got} is not {expected}")

def refused(what, attempt):
    try:
        attempt()
    except Refused:
        return same(what, True, True)
    same(what, "accepted", "refused")

same("genesis", hexed(CHAIN.hash), GENESIS["genesisHash"])
same("validators", hexed(CHAIN.set_hash), GENESIS["validatorSet"]["hash"])
same("parameters", hexed(tagged("params", json.dumps(GENESIS["value"]["params"], sort_keys=True, separators=(",", ":")).encode())),
     GENESIS["paramsHash"])

for one in KEYS["ed25519"]:
    public_key = Ed25519PrivateKey.from_private_bytes(unhex(one["seed"])).public_key().public_bytes_raw()
    same(one["name"], [hexed(public_key), hexed(address_of(public_key))], [one["publicKey"], one["address"]])
for one in KEYS["parties"]:
    same(one["partyId"], hexed(tagged("party", one["partyId"].encode())[-20:]), one["address"])
for one in KEYS["hashes"]:
    same(one["tag"], hexed(tagged(one["tag"].split("/")[1], unhex(one["input"]))), one["hash"])

SEEDS = {one["publicKey"]: unhex(one["seed"]) for one in KEYS["ed25519"]}
for one in TRANSACTIONS["accepted"]:
    body = encode("TransactionBody", one["body"])
    same("body", hexed(body), one["bodyBytes"])
    same("id", hexed(tagged("tx", body)), one["id"])
    same("sign bytes", hexed(prefix("tx-sign") + tagged("tx", body)), one["signBytes"])
    for signature in one["signatures"]:
        signed = Ed25519PrivateKey.from_private_bytes(SEEDS[signature["publicKey"]]).sign(unhex(one["signBytes"]))
        same("signature", hexed(signed), signature["signature"])
    envelope = {"type": 1, "body": one["bodyBytes"], "signatures": one["signatures"]}
    same("envelope", hexed(encode("Transaction", envelope)), one["bytes"])
    if len(one["signatures"]) == 1 and not {"sequence", "clientRef"} & one["body"].keys():
        seed = SEEDS[one["signatures"][0]["publicKey"]]
        made = transaction(CHAIN, seed, one["body"]["calls"], one["body"]["expiresAtMs"], unhex(one["body"]["unique"]))
        same("transaction", list(made), [one["id"], one["bytes"]])

MESSAGES["Mint"] = [(1, "currency", "s"), (2, "to", "s"), (3, "amount", "a"), (4, "reference", "s"), (5, "reserveHash", "b?")]
for one in PARAMS["accepted"]:
    same("params", hexed(encode(one["command"].capitalize(), one["params"])), one["bytes"])

for tree in TREES["merkle"]:
    for index, (leaf, path) in enumerate(zip(tree["leaves"], tree["paths"])):
        size = len(tree["leaves"])
        same("leaf", check_leaf(unhex(leaf), index, size, path, tree["root"]), None)
        refused("another leaf", lambda: check_leaf(b"other", index, size, path, tree["root"]))
        refused("a longer path", lambda: check_leaf(unhex(leaf), index, size, [*path, tree["root"]], tree["root"]))
        refused("another place", lambda: check_leaf(unhex(leaf), size, size, path, tree["root"]))

for one in STATE["entries"]:
    same("key", hexed(sha256(unhex(one["key"]))), one["keyHash"])
for one in STATE["present"] + STATE["absent"]:
    value = state_value(one, unhex(one["key"]), STATE["root"])
    same("state", value if value is None else hexed(value), one.get("value"))
for one in STATE["refused"]:
    refused(one["reason"], lambda: state_value(one["proof"], unhex(one["proof"]["key"]), STATE["root"]))

for one in (BLOCKS["genesisHeader"], BLOCKS["header"]):
    same("header", [hexed(encode("Header", one["value"])), hexed(tagged("header", unhex(one["bytes"])))], [one["bytes"], one["hash"]])
for one in BLOCKS["receipts"]:
    same("receipt", hexed(encode("Receipt", one["value"])), one["bytes"])
CHAIN.check_certificate(BLOCKS["certificate"]["value"])
same("commit", hexed(CHAIN.commit_bytes(BLOCKS["certificate"]["value"])), CONSENSUS["commitSignBytes"])
for one in BLOCKS["refusedCertificates"]:
    refused(one["reason"], lambda: CHAIN.check_certificate(one["value"]))

for one in (row["value"] for row in PROOFS["transactions"]):
    same("receipt", CHAIN.check_transaction(one, one["id"])["txId"], one["id"])
    refused("another transaction", lambda: CHAIN.check_transaction(one, GENESIS["genesisHash"]))
    refused("another outcome", lambda: CHAIN.check_transaction({**one, "receipt": {**one["receipt"], "outcome": "other"}}, one["id"]))
for one in (row["value"] for row in PROOFS["states"]):
    value = CHAIN.check_state(one, unhex(one["proof"]["key"]))
    same("proven", value if value is None else hexed(value), one["proof"].get("value"))
    refused("no certificate", lambda: CHAIN.check_state({**one, "certificate": None}, unhex(one["proof"]["key"])))
print(f"{rows} rows hold")
