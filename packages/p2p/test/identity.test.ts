import { randomBytes } from 'node:crypto'
import { generateIdentity, isPeerId, parseAddress, parseNamedAddress, peerIdFromPublicKey, peerIdFromSeed } from '@hanse/p2p'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { test } from 'tap'

test('a peer id is what libp2p makes of the same seed', async (t) => {
  for (let round = 0; round < 20; round++) {
    const seed = randomBytes(32)
    const key = await generateKeyPairFromSeed('Ed25519', seed)
    t.equal(peerIdFromSeed(seed), peerIdFromPrivateKey(key).toString())
    t.equal(peerIdFromPublicKey(key.publicKey.raw), peerIdFromSeed(seed))
  }
})

test('the peer id of RFC 8032 test 1', async (t) => {
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')
  const publicKey = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex')
  t.equal(peerIdFromSeed(seed), peerIdFromPublicKey(publicKey))
  t.match(peerIdFromSeed(seed), /^12D3KooW[1-9A-HJ-NP-Za-km-z]{44}$/)
})

test('generateIdentity', async (t) => {
  const { seed, peerId } = generateIdentity({ bytes: (length) => randomBytes(length) })
  t.equal(seed.length, 32)
  t.equal(peerId, peerIdFromSeed(seed))
})

test('a seed of another length is a mistake of ours', async (t) => {
  t.throws(() => peerIdFromSeed(new Uint8Array(31)), { name: 'InvariantError' })
  t.throws(() => peerIdFromPublicKey(new Uint8Array(33)), { name: 'InvariantError' })
})

test('isPeerId takes one spelling of Ed25519 ids alone', async (t) => {
  t.equal(isPeerId(peerIdFromSeed(new Uint8Array(32))), true)
  for (const other of ['', 'x', 'QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N', `${peerIdFromSeed(new Uint8Array(32))} `, '12D3KooW']) {
    t.equal(isPeerId(other), false, `${other} is none`)
  }
})

test('addresses', async (t) => {
  const peerId = peerIdFromSeed(new Uint8Array(32))
  const accepted: readonly (readonly [string, string])[] = [
    ['127.0.0.1:10545', '/ip4/127.0.0.1/tcp/10545'],
    ['[::1]:0', '/ip6/::1/tcp/0'],
    ['bank-a.example:443', '/dns/bank-a.example/tcp/443'],
    ['/ip4/10.0.0.1/tcp/1', '/ip4/10.0.0.1/tcp/1'],
    ['/dns4/bank-a.example/tcp/1', '/dns4/bank-a.example/tcp/1'],
    [`/ip4/10.0.0.1/tcp/1/p2p/${peerId}`, `/ip4/10.0.0.1/tcp/1/p2p/${peerId}`],
  ]
  for (const [input, expected] of accepted) {
    const parsed = parseAddress(input)
    t.equal(parsed.ok && parsed.value.toString(), expected, input)
  }
  const refused = [
    '',
    '127.0.0.1',
    '127.0.0.1:65536',
    ':1',
    'a b:1',
    '/ip4/1.2.3.4',
    '/ip4/1.2.3.4/udp/1',
    '/ip4/300.2.3.4/tcp/1',
    '/ip4/1.2.3.4/tcp/1/ws',
    '/unix/tmp',
    `/ip4/1.2.3.4/tcp/1/p2p/${peerId}/p2p-circuit`,
    '/dnsaddr/bootstrap.example/tcp/1',
  ]
  for (const input of refused) {
    const parsed = parseAddress(input)
    t.equal(parsed.ok, false, `${input} is refused`)
    if (!parsed.ok) t.equal(parsed.error.code, 'p2p/address')
  }
})

test('a peer and its address in one text', (t) => {
  const peerId = peerIdFromSeed(new Uint8Array(32).fill(5))
  const other = peerIdFromSeed(new Uint8Array(32).fill(6))
  const address = `/ip4/10.0.0.2/tcp/7000/p2p/${peerId}`
  for (const text of [`${peerId}@10.0.0.2:7000`, `${peerId}@/ip4/10.0.0.2/tcp/7000`, address, `${peerId}@${address}`])
    t.match(parseNamedAddress(text), { ok: true, value: { peerId, address } }, text)
  const refused = ['10.0.0.2:7000', '/ip4/10.0.0.2/tcp/7000', 'bank-a@10.0.0.2:7000', `${peerId}@`, '', `${other}@${address}`]
  for (const text of refused) t.match(parseNamedAddress(text), { ok: false, error: { code: 'p2p/address' } }, text)
  t.end()
})
