import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { verifySignature, verifyTransaction } from '@hanse/crypto'
import { createKeystore } from '@hanse/crypto-native'
import { hexToBytes } from '@hanse/primitives'
import { decodeTransaction } from '@hanse/protocol'
import { assembleTransaction, generateKeyPair, readUnsignedTransaction } from '@hanse/sdk'
import { test } from 'tap'
import { GENESIS_BYTES, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

/** Keys as `keys new` makes them; demo keys would bring a whole node along. */
async function keysIn(
  home: string,
): Promise<{ readonly alice: string; readonly bob: string; readonly env: { readonly HANSE_HOME: string } }> {
  const made = await Promise.all(
    ['alice', 'bob'].map(async (name) => {
      const key = generateKeyPair()
      const path = join(home, 'keys', `${name}.json`)
      await createKeystore({ path, purpose: 'account', seed: key.seed, unencrypted: true })
      return key.address
    }),
  )
  return { alice: made[0] as string, bob: made[1] as string, env: { HANSE_HOME: home } }
}

const TRANSFER = ['settlement.transfer', 'from=bank-a', 'to=nanhai', 'currency=CNY', 'amount=12345', 'reference=invoice 17']

test('a transaction is built, signed by two on two machines, and decoded, all without a node', async (t) => {
  const root = t.testdir({ 'genesis.json': Buffer.from(GENESIS_BYTES) })
  const { alice, bob, env } = await keysIn(root)
  const genesis = ['--genesis', join(root, 'genesis.json')]
  const signers = ['--sender', 'alice', '--co-signer', bob]
  const built = await runCli(['tx', 'build', ...TRANSFER, ...genesis, ...signers, '--client-ref', 'order-1'], { env })
  t.equal(built.code, 0, built.stderr)
  t.match(jsonOf(built), {
    format: 'hanse-transaction',
    preview: {
      clientRef: 'order-1',
      calls: [{ module: 'settlement', command: 'transfer', params: { amount: '12345', reference: 'invoice 17' } }],
    },
    signers: [{ signed: false }, { signed: false }],
    signatures: [],
  })
  const once = await runCli(['tx', 'sign', '-', '--key', 'bob'], { input: built.stdout, env })
  const early = await runCli(['tx', 'send', '-', '--json'], { input: once.stdout })
  t.match([early.code, jsonOf(early)], [1, { error: { code: 'sdk/missing-signature', message: alice } }])
  const twice = await runCli(['tx', 'sign', '-', '--key', 'alice'], { input: once.stdout, env })
  const decoded = await runCli(['tx', 'decode', '-', '--json'], { input: twice.stdout })
  t.match(jsonOf(decoded), { hash: jsonOf(built)['hash'], signers: [{ signed: true }, { signed: true }] })
  const human = await runCli(['tx', 'decode', '-'], { input: twice.stdout })
  t.match(human.stdout, `✔ signed by ${bob}`)
})

test('the file is written where it is asked for, and signed in place', async (t) => {
  const root = t.testdir({ 'genesis.json': Buffer.from(GENESIS_BYTES) })
  const { alice, env } = await keysIn(root)
  const file = join(root, 'tx.json')
  await runCli(['tx', 'build', ...TRANSFER, '--genesis', join(root, 'genesis.json'), '--sender', alice, '--out', file])
  t.match(jsonOf(await runCli(['tx', 'sign', file, '--key', join(root, 'keys', 'alice.json'), '--json'], { env })), {
    signers: [{ signed: true }],
  })
  const json = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  // The preview is for people: what a file says there is not what is signed.
  const lying = JSON.stringify({ ...json, preview: { calls: [{ module: 'settlement', command: 'transfer', params: { amount: '1' } }] } })
  const decoded = jsonOf(await runCli(['tx', 'decode', '-', '--json'], { input: lying }))
  t.match(decoded, { preview: { calls: [{ params: { amount: '12345' } }] } })
})

test('a signature that does not hold is not called one; nobody signs what does not name him', async (t) => {
  const root = t.testdir({ 'genesis.json': Buffer.from(GENESIS_BYTES) })
  const { env } = await keysIn(root)
  const built = await runCli(['tx', 'build', ...TRANSFER, '--genesis', join(root, 'genesis.json'), '--sender', 'alice'], { env })
  const signed = jsonOf(await runCli(['tx', 'sign', '-', '--key', 'alice'], { input: built.stdout, env }))
  const [signature] = signed['signatures'] as unknown as { signature: string }[]
  const forged = JSON.stringify({ ...signed, signatures: [{ ...signature, signature: `0x${'11'.repeat(64)}` }] })
  t.match(jsonOf(await runCli(['tx', 'decode', '-', '--json'], { input: forged })), { signers: [{ signed: false }] })
  const other = await runCli(['tx', 'sign', '-', '--key', 'bob', '--json'], { input: built.stdout, env })
  t.match([other.code, jsonOf(other)], [1, { error: { code: 'sdk/wrong-signer' } }])
})

test('demo keys refuse every chain but the devnet’s', async (t) => {
  const changed = { ...(JSON.parse(Buffer.from(GENESIS_BYTES).toString()) as object), chainId: 20_261 }
  const root = t.testdir({ 'genesis.json': canonical(changed) })
  const built = await runCli(['tx', 'build', ...TRANSFER, '--genesis', join(root, 'genesis.json'), '--sender', 'demo:bank-a/maker'])
  t.equal(built.code, 0, built.stderr)
  for (const key of [
    ['--demo', 'bank-a/maker'],
    ['--demo', 'demo:bank-a/maker'],
    ['--key', 'demo:bank-a/maker'],
  ]) {
    const signed = await runCli(['tx', 'sign', '-', ...key, '--json'], { input: built.stdout })
    t.match([signed.code, jsonOf(signed)], [1, { error: { code: 'keys/demo-key-elsewhere', message: /20261/ } }], key.join(' '))
  }
  const elsewhere = await runCli(['demo', 'shunhe', '--rpc', 'http://node.example:8545', '--json'])
  t.match([elsewhere.code, jsonOf(elsewhere)], [1, { error: { code: 'keys/demo-key-elsewhere' } }])
})

/** Members in order, as the genesis had them. */
function canonical(json: object): string {
  return JSON.stringify(json, undefined, 0)
}

test('several calls, and the path of the one that does not fit', async (t) => {
  const call = (amount: string): object => ({
    ...{ module: 'settlement', command: 'transfer' },
    params: { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount, reference: 'x' },
  })
  const root = t.testdir({
    'genesis.json': Buffer.from(GENESIS_BYTES),
    'good.json': JSON.stringify([call('1'), call('2')]),
    'bad.json': JSON.stringify([call('1'), call('2.5')]),
  })
  const words = ['--genesis', join(root, 'genesis.json'), '--sender', operatorKey('bank-a', 'maker').address, '--json']
  const good = await runCli(['tx', 'build', '--calls', join(root, 'good.json'), ...words])
  t.match(jsonOf(good), { preview: { calls: [call('1'), call('2')] } })
  const bad = await runCli(['tx', 'build', '--calls', join(root, 'bad.json'), ...words])
  t.match([bad.code, jsonOf(bad)], [1, { error: { code: 'encoding/bad-field', path: 'calls.1.params.amount' } }])
})

test('what the command line builds and signs, a node verifies', async (t) => {
  const root = t.testdir({ 'genesis.json': Buffer.from(GENESIS_BYTES) })
  const { env } = await keysIn(root)
  const built = await runCli(['tx', 'build', ...TRANSFER, '--genesis', join(root, 'genesis.json'), '--sender', 'alice'], { env })
  const signed = await runCli(['tx', 'sign', '-', '--key', 'alice'], { input: built.stdout, env })
  const { body, signatures } = jsonOf(signed) as unknown as {
    body: `0x${string}`
    signatures: { publicKey: `0x${string}`; signature: `0x${string}` }[]
  }
  const unsigned = readUnsignedTransaction(hexToBytes(body))
  if (!unsigned.ok) throw new Error(unsigned.error.message)
  const raw = assembleTransaction(
    unsigned.value,
    signatures.map(({ publicKey, signature }) => ({ algorithm: 1, publicKey: hexToBytes(publicKey), signature: hexToBytes(signature) })),
  ).raw
  const decoded = decodeTransaction(hexToBytes(raw))
  if (!decoded.ok) throw new Error(decoded.error.message)
  t.ok(verifyTransaction(decoded.value, verifySignature).ok)
})
