import { verifySignature, verifyTransaction } from '@hanse/crypto'
import { type Hex, hexToBytes } from '@hanse/primitives'
import { decodeTransaction } from '@hanse/protocol'
import {
  addressOf,
  assembleTransaction,
  type BuildOptions,
  buildTransaction,
  type CallDraft,
  callDigest,
  generateKeyPair,
  HanseError,
  readableBody,
  readSignedTransaction,
  readUnsignedTransaction,
  signOnce,
  signTransaction,
} from '@hanse/sdk'
import fc from 'fast-check'
import { test } from 'tap'
import { CHAIN } from '../../node/test/support/solo-genesis.ts'

const maker = generateKeyPair()
const checker = generateKeyPair()
const stranger = generateKeyPair()

const transfer = (amount: string): CallDraft => ({
  module: 'settlement',
  command: 'transfer',
  params: { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount, reference: 'invoice 17' },
})

function build(more: Partial<BuildOptions> = {}): ReturnType<typeof buildTransaction> {
  return buildTransaction({ chain: CHAIN, sender: maker.address, calls: [transfer('12345')], ...more })
}

test('what is built and signed here, a node can decode and verify', async (t) => {
  const unsigned = build({ coSigners: [checker.address], clientRef: 'order-1', sequence: 3 })
  const signed = await signTransaction(unsigned, [checker, maker])
  const decoded = decodeTransaction(hexToBytes(signed.raw))
  if (!decoded.ok) throw new Error(decoded.error.message)
  t.equal(decoded.value.id, signed.hash)
  t.ok(verifyTransaction(decoded.value, verifySignature).ok, 'signatures given in any order stand in the order of the signers')
  t.same(decoded.value.body, unsigned.body)
  t.match(readableBody(decoded.value.body), {
    genesisHash: CHAIN.genesisHash,
    chainId: 20260,
    sender: maker.address,
    coSigners: [checker.address],
    clientRef: 'order-1',
    sequence: 3,
    calls: [transfer('12345')],
  })
})

test('two transactions that say the same are two transactions', (t) => {
  t.not(build().hash, build().hash)
  t.end()
})

test('every refusal names the field', (t) => {
  const rows: readonly (readonly [string, Partial<BuildOptions>, object])[] = [
    ['an amount with a point', { calls: [transfer('1.5')] }, { code: 'encoding/bad-field', path: 'calls.0.params.amount' }],
    [
      'a missing param of the second call',
      { calls: [transfer('1'), { module: 'settlement', command: 'mint', params: { currency: 'CNY' } }] },
      { code: 'encoding/bad-field', path: 'calls.1.params.to' },
    ],
    [
      'an unknown param',
      { calls: [{ ...transfer('1'), params: { ...(transfer('1').params as object), note: 'x' } }] },
      { path: 'calls.0.params.note' },
    ],
    ['an unknown command', { calls: [{ ...transfer('1'), command: 'transfr' }] }, { code: 'tx/unknown-command', path: 'calls.0.command' }],
    ['a name of every object', { calls: [{ ...transfer('1'), command: 'toString' }] }, { code: 'tx/unknown-command' }],
    ['an unknown module', { calls: [{ ...transfer('1'), module: 'settlements' }] }, { code: 'tx/unknown-module', path: 'calls.0.module' }],
    ['no call', { calls: [] }, { code: 'encoding/bad-field', path: 'calls' }],
    ['too many calls', { calls: Array.from({ length: 65 }, () => transfer('1')) }, { code: 'encoding/bad-field', path: 'calls' }],
    ['a signer twice', { coSigners: [maker.address] }, { code: 'tx/duplicate-signer', path: 'coSigners' }],
    ['an expiry too far ahead', { expiresAtMs: Date.now() + 86_400_000 }, { code: 'pool/expiry-too-far', path: 'expiresAtMs' }],
    ['a client reference of 65 characters', { clientRef: 'x'.repeat(65) }, { code: 'encoding/bad-field', path: 'clientRef' }],
    ['a sender that is none', { sender: '0x12' as Hex as never }, { code: 'encoding/bad-field', path: 'sender' }],
  ]
  for (const [name, more, rejection] of rows) {
    t.throws(() => build(more), { name: 'HanseError', rejection }, name)
  }
  t.end()
})

test('a chain without a module, or with another version of it, gets no transaction for it', (t) => {
  const other = (version: number): BuildOptions['chain'] => ({
    ...CHAIN,
    genesis: { ...CHAIN.genesis, modules: [{ name: 'settlement', version }] },
  })
  t.ok(build({ chain: other(1) }).hash)
  t.throws(() => build({ chain: other(2) }), { name: 'HanseError', rejection: { code: 'tx/unknown-module' } })
  t.end()
})

test('who must sign, signs; nobody else does', async (t) => {
  const unsigned = build({ coSigners: [checker.address] })
  await t.rejects(signTransaction(unsigned, [maker]), {
    name: 'HanseError',
    rejection: { code: 'sdk/missing-signature', message: `${checker.address} has not signed` },
  })
  await t.rejects(signOnce(unsigned, stranger), { name: 'HanseError', rejection: { code: 'sdk/wrong-signer' } })
  // Signatures that were made on two machines.
  const here = await signOnce(unsigned, maker)
  const elsewhere = readUnsignedTransaction(unsigned.bodyBytes)
  if (!elsewhere.ok) throw new Error(elsewhere.error.message)
  const there = await signOnce(elsewhere.value, checker)
  t.equal(assembleTransaction(unsigned, [there, here]).raw, (await signTransaction(unsigned, [maker, checker])).raw)
})

test('a signer may take its time', async (t) => {
  const remote = { publicKey: maker.publicKey, sign: async (message: Uint8Array) => await Promise.resolve(maker.sign(message)) }
  const unsigned = build()
  t.equal((await signTransaction(unsigned, [remote])).raw, (await signTransaction(unsigned, [maker])).raw)
  t.equal(addressOf(remote), maker.address)
})

test('a signed transaction reads back; anything else is refused', async (t) => {
  const signed = await signTransaction(build(), [maker])
  t.match(readSignedTransaction(signed.raw), { ok: true, value: { hash: signed.hash, raw: signed.raw, signers: [maker.address] } })
  t.match(readSignedTransaction('0xzz' as Hex), { ok: false, error: { code: 'encoding/malformed' } })
  t.match(readSignedTransaction(`${signed.raw}00` as Hex), { ok: false })
  t.match(readUnsignedTransaction(new Uint8Array([1, 2, 3])), { ok: false })
})

test('params that nobody here can decode stay bytes', (t) => {
  const { body } = build()
  const unknown = { ...body, calls: [{ module: 'later', command: 'thing', params: Uint8Array.of(1, 2) }] }
  t.same(readableBody(unknown).calls, [{ module: 'later', command: 'thing', paramsBytes: '0x0102' }])
  const broken = { ...body, calls: [{ module: 'settlement', command: 'mint', params: Uint8Array.of(255) }] }
  t.same(readableBody(broken).calls, [{ module: 'settlement', command: 'mint', paramsBytes: '0xff' }])
  t.end()
})

test('the digest of a call is that of its bytes, whoever sends it', (t) => {
  t.equal(callDigest(CHAIN, transfer('1')), callDigest(CHAIN, transfer('1')))
  t.not(callDigest(CHAIN, transfer('1')), callDigest(CHAIN, transfer('2')))
  t.throws(() => callDigest(CHAIN, transfer('-1')), { name: 'HanseError', rejection: { path: 'call.params.amount' } })
  t.end()
})

test('property: every amount and text that the schema takes comes back as it was', async (t) => {
  const text = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).map((value) => value.normalize('NFC'))
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), text, async (amount, reference) => {
      fc.pre(reference.length <= 140 && reference.length > 0 && !reference.includes('\0'))
      const call = { ...transfer(`${amount}`), params: { from: 'a', to: 'b', currency: 'CNY', amount: `${amount}`, reference } }
      const signed = await signTransaction(build({ calls: [call] }), [maker])
      const read = readSignedTransaction(signed.raw)
      if (!read.ok) throw new HanseError(read.error)
      t.same(readableBody(read.value.body).calls, [call])
    }),
    { numRuns: 40 },
  )
})
