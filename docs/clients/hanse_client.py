#!/usr/bin/env python3
"""A client of a Hanse chain in Python: the standard library, the package `cryptography`, and docs/protocol.md.

  hanse_client.py transfer PAYER PAYEE CURRENCY AMOUNT --genesis FILE --seed 0x…   signs, sends, waits, proves
  hanse_client.py balance PARTY CURRENCY --genesis FILE                            proven; that there is none, too
  hanse_client.py verify PROOF.json ID --genesis FILE                              offline: what tx_getProof answered
"""
import argparse, hashlib, json, os, re, sys, time, urllib.request
from pathlib import Path
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

# Messages of proto/ and of the settlement module: fields in the order of their numbers, 1, 2, 3 …, named as in JSON.
# u number, s text, b bytes, a amount, or a message; ? is optional, * repeated.
MESSAGES = {name: [(number, *field.split(" ")) for number, field in enumerate(fields.split(", "), 1)] for name, fields in {
    "PublicKey": "algorithm u, bytes b", "ValidatorSet": "validators ValidatorRecord*",
    "ValidatorRecord": "organization s, consensusKey PublicKey, peerId s, addresses s*",
    "Header": "version u, genesisHash b, epoch u, height u, parent b, timeMs u, proposer u, txRoot b, receiptsRoot b, stateRoot b, "
              "validatorSetHash b, nextValidatorSetHash b, paramsHash b, evidenceRoot b",
    "Attribute": "key s, value s", "Event": "module s, type s, attributes Attribute*",
    "Receipt": "txId b, index u, outcome s, code s?, callIndex u?, events Event*",
    "Call": "module s, command s, params b", "Transfer": "from s, to s, currency s, amount a, reference s",
    "TransactionBody": "genesisHash b, chainId u, sender b, coSigners b*, expiresAtMs u, unique b, sequence u?, clientRef s?, calls Call*",
    "TransactionSignature": "algorithm u, publicKey b, signature b", "Transaction": "type u, body b, signatures TransactionSignature*",
}.items()}
TIME_TO_LIVE_MS, HASH = 60_000, "0x[0-9a-f]{64}"
WORDS = {"transfer": "PAYER PAYEE CURRENCY AMOUNT", "balance": "PARTY CURRENCY", "verify": "PROOF.json ID"}
FORMS = {"AMOUNT": ("[1-9][0-9]{0,37}", "a whole number of minor units: 1250 for 12.50"), "ID": (HASH, "0x and 64 hexadecimal digits")}

class Refused(Exception): """What was checked does not hold."""
class RpcError(Exception):  # an error reply: number, message, data
    def __str__(self): return f"{self.args[1]} ({self.args[2].get('code', self.args[0])}): {self.args[2].get('hint', 'see docs/errors.md')}"

def unhex(text): return bytes.fromhex(text[2:])
def hexed(data): return "0x" + data.hex()
def amount(text): return int(text).to_bytes((int(text).bit_length() + 7) // 8, "big")
def u64(number): return number.to_bytes(8, "big")
def varint(number): return bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80]) + varint(number >> 7)
def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()
def prefix(thing): return bytes([len(f"hanse/{thing}/1")]) + f"hanse/{thing}/1".encode()
def tagged(thing, data): return sha256(prefix(thing), data)
def bit(hashed, depth): return hashed[depth >> 3] >> (7 - (depth & 7)) & 1
def address_of(public_key): return tagged("address", b"\x01" + public_key)[-20:]
BYTES_OF = {"s": str.encode, "b": unhex, "a": amount}

def check(holds, what):
    if not holds: raise Refused(what)

def encode(message, value):
    """The one canonical encoding: fields in ascending order, nothing that is 0 or empty unless it is optional and present."""
    out = b""
    for number, name, kind in MESSAGES[message]:
        mode, kind = kind[-1] if kind[-1] in "?*" else "", kind.rstrip("?*")
        for item in value.get(name, []) if mode == "*" else [value[name]] if mode == "" or name in value else []:
            data = varint(item) if kind == "u" else encode(kind, item) if kind in MESSAGES else BYTES_OF[kind](item)
            if mode or kind in MESSAGES or (item if kind == "u" else data):
                out += varint(number << 3 | (0 if kind == "u" else 2)) + (b"" if kind == "u" else varint(len(data))) + data
    return out

class Chain:  # what is trusted: the bytes of the genesis file; compare `hash` with what the members published
    def __init__(self, genesis_bytes):
        self.genesis, self.hash = json.loads(genesis_bytes), tagged("genesis", genesis_bytes)
        self.keys = [unhex(validator["consensusKey"]["bytes"]) for validator in self.genesis["validators"]]
        self.set_hash = tagged("validator-set", encode("ValidatorSet", self.genesis))
        self.quorum = -(-(len(self.keys) + (len(self.keys) - 1) // 3 + 1) // 2)

    def commit_bytes(self, certificate):
        place = [u64(self.genesis["chainId"]), u64(certificate["epoch"]), b"\x02", u64(certificate["view"]), u64(certificate["height"])]
        return b"".join([prefix("consensus"), self.hash, *place, unhex(certificate["digest"]), unhex(certificate["headerHash"])])

    def check_certificate(self, certificate):
        signers = [one["signer"] for one in certificate["signatures"]]
        check(self.quorum <= len(signers) <= len(self.keys) and certificate["height"] >= 1, "too few signatures, or too many")
        check(signers == sorted(set(signers)) and 0 <= signers[0] and signers[-1] < len(self.keys), "signers are not ascending members")
        for one in certificate["signatures"]:
            key = Ed25519PublicKey.from_public_bytes(self.keys[one["signer"]])
            try: key.verify(unhex(one["signature"]), self.commit_bytes(certificate))
            except InvalidSignature: raise Refused(f"the signature of validator {one['signer']} does not hold") from None

    def check_header(self, header, certificate):
        check(certificate is not None, "without a certificate nothing is proven")
        check(unhex(header["genesisHash"]) == self.hash, "the header is of another chain")
        check(unhex(header["validatorSetHash"]) == self.set_hash, "the header names other validators")
        check(all(header[name] == certificate[name] for name in ("epoch", "height")), "header and certificate differ")
        check(tagged("header", encode("Header", header)) == unhex(certificate["headerHash"]), "the certificate is of another header")
        self.check_certificate(certificate)

    def check_transaction(self, proof, transaction_id):
        """The receipt of this transaction, which the chain holds for ever."""
        self.check_header(proof["header"], proof["certificate"])
        receipt, index = proof["receipt"], proof["index"]
        check(proof["id"] == receipt["txId"] == transaction_id and receipt["index"] == index, "the receipt is of another transaction")
        for leaf, count, path, root in ((unhex(transaction_id), "transactionCount", "transactionPath", "txRoot"),
                                        (encode("Receipt", receipt), "receiptCount", "receiptPath", "receiptsRoot")):
            check_leaf(leaf, index, proof[count], proof[path], proof["header"][root])
        return receipt

    def check_state(self, claim, key):
        """The value under this key, or None where it is proven to be absent."""
        self.check_header(claim["header"], claim.get("certificate"))
        return state_value(claim["proof"], key, claim["header"]["stateRoot"])

def check_leaf(leaf, index, size, path, root):  # RFC 9162, 2.1.3.2
    node, last = sha256(b"\x00", leaf), size - 1
    check(index < size, "no such place in the tree")
    for sibling in map(unhex, path):
        check(last > 0, "the path is too long")
        if index & 1 or index == last:
            node = sha256(b"\x01", sibling, node)
            while not index & 1 and index: index, last = index >> 1, last >> 1
        else: node = sha256(b"\x01", node, sibling)
        index, last = index >> 1, last >> 1
    check(last == 0 and node == unhex(root), "the path does not lead to the root")

def state_value(proof, key, root):
    value, other, path = proof.get("value"), proof.get("otherLeaf"), sha256(key)
    siblings = [unhex(one) for one in proof["siblings"]]
    check(unhex(proof["key"]) == key, "the proof is of another key")
    check(len(siblings) <= 256 and (not siblings or any(siblings[-1])), "no path of this tree")
    check(value is None or other is None, "a present key has no other leaf")
    node = bytes(32) if value is None else sha256(b"\x00", path, sha256(unhex(value)))
    if other is not None:
        other_path = unhex(other["keyHash"])
        check(other_path != path, "the other leaf is of the same key")
        check(all(bit(path, depth) == bit(other_path, depth) for depth in range(len(siblings))), "the other leaf is not on the path")
        node = sha256(b"\x00", other_path, unhex(other["valueHash"]))
    for depth in reversed(range(len(siblings))): node = sha256(siblings[depth], node) if bit(path, depth) else sha256(node, siblings[depth])
    check(node == unhex(root), "the siblings do not lead to the state root")
    return None if value is None else unhex(value)

def call(url, method, timeout=40, **params):
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    request = urllib.request.Request(url, body, {"content-type": "application/json"})
    reply = json.load(urllib.request.urlopen(request, timeout=timeout))
    if "error" not in reply: return reply["result"]
    raise RpcError(reply["error"]["code"], reply["error"]["message"], reply["error"].get("data") or {})

def send_and_wait(url, raw, attempts=60):
    """The same bytes until there is a receipt: they take effect once. What was decided is not asked again."""
    for left in reversed(range(attempts)):
        try: return call(url, "tx_sendAndWait", raw=raw, timeoutMs=30_000)
        except (RpcError, OSError) as error:  # passing: nobody answered, still waiting, syncing, busy, pool full
            if left == 0 or isinstance(error, RpcError) and error.args[0] not in (4, -32002, -32005, 1000, 1001): raise
        time.sleep(1)

def transaction(chain, seed, calls, expires_at_ms, unique):
    """Id and bytes of a transaction with one signer."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public_key = key.public_key().public_bytes_raw()
    chain_of = {"genesisHash": hexed(chain.hash), "chainId": chain.genesis["chainId"], "sender": hexed(address_of(public_key))}
    body = encode("TransactionBody", {**chain_of, "expiresAtMs": expires_at_ms, "unique": hexed(unique), "calls": calls})
    identity = tagged("tx", body)
    signature = {"algorithm": 1, "publicKey": hexed(public_key), "signature": hexed(key.sign(prefix("tx-sign") + identity))}
    return hexed(identity), hexed(encode("Transaction", {"type": 1, "body": hexed(body), "signatures": [signature]}))

def transfer(chain, options, payer, payee, currency, value):
    params = encode("Transfer", {"from": payer, "to": payee, "currency": currency, "amount": value, "reference": "by hand"})
    calls = [{"module": "settlement", "command": "transfer", "params": hexed(params)}]
    identity, raw = transaction(chain, unhex(options.seed), calls, int(time.time() * 1000) + TIME_TO_LIVE_MS, os.urandom(16))
    send_and_wait(options.rpc, raw)
    proof = call(options.rpc, "tx_getProof", hash=identity)
    return {"id": identity, "receipt": chain.check_transaction(proof, identity), "proof": proof}

def balance(chain, options, party, currency):
    key = f"settlement\0balance\0{currency}\0{party}".encode()
    claim = call(options.rpc, "state_getProof", key=hexed(key))
    record = chain.check_state(claim, key) or b""  # a message of one field: its tag, its length, the amount
    return {"height": claim["header"]["height"], "amount": str(int.from_bytes(record[2:], "big"))}

def verify(chain, _options, path, identity): return chain.check_transaction(json.loads(Path(path).read_text("utf8")), identity)

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.error = lambda message: parser.exit(2, f"{parser.prog}: {message}; --help shows how\n")
    parser.add_argument("command", choices=WORDS)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--genesis", required=True, help="the chain's genesis file")
    parser.add_argument("--rpc", default="http://127.0.0.1:8545", help="of a node")
    parser.add_argument("--seed", help="of the signer: 32 bytes, 0x-hex")
    options = parser.parse_args()
    command, words = options.command, WORDS[options.command].split()
    if len(options.words) != len(words): parser.error(f"{command} takes {' '.join(words)}")
    for name, word in zip(words, options.words):
        if name in FORMS and not re.fullmatch(FORMS[name][0], word): parser.error(f"{name} is {FORMS[name][1]}, not {word!r}")
    if command == "transfer" and not re.fullmatch(HASH, options.seed or ""):
        parser.error("transfer needs --seed, the signer's 32 bytes: 0x and 64 hexadecimal digits")
    try:
        code, fault = 2, f"{options.genesis} is no genesis file"
        chain = Chain(Path(options.genesis).read_bytes())
        code, fault = 1, f"{options.rpc} answers as no node does"
        if command == "verify": code, fault = 2, f"{options.words[0]} is no proof: give what tx_getProof answered"
        result = globals()[command](chain, options, *options.words)
    except (Refused, RpcError) as error: sys.exit(f"{type(error).__name__}: {error}")
    except Exception as error:  # a file, or what is said to be a node, can have anything in it
        parser.exit(code, f"{parser.prog}: {fault} ({type(error).__name__}: {error})\n")
    print(json.dumps(result, indent=2))

if __name__ == "__main__": main()
