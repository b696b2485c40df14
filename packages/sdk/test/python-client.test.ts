import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesToHex } from '@hanse/primitives'
import { createClient } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { CHAIN, GENESIS_BYTES, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'
import { CLIENTS, type PythonRun, pythonSkip, runPython } from './support/python.ts'

const skip = pythonSkip()
const LINES_MAX = 200
const seed = bytesToHex(operatorKey('bank-a', 'maker').seed)

interface Payment {
  readonly id: string
  readonly receipt: { readonly outcome: string }
  readonly proof: Readonly<Record<string, unknown>>
}

async function start(
  t: Test,
): Promise<{ readonly folder: string; readonly url: string; client(...words: readonly string[]): Promise<PythonRun> }> {
  const { url, stop } = await serve()
  const folder = await mkdtemp(join(tmpdir(), 'hanse-python-'))
  t.teardown(async () => {
    await stop()
    await rm(folder, { recursive: true })
  })
  await writeFile(join(folder, 'genesis.json'), GENESIS_BYTES)
  const chain = ['--genesis', join(folder, 'genesis.json'), '--rpc', url]
  return { folder, url, client: (...words) => runPython('hanse_client.py', ...words, ...chain) }
}

test('it is short, and knows nothing of this project but docs/protocol.md', (t) => {
  const source = readFileSync(`${CLIENTS}hanse_client.py`, 'utf8')
  t.ok(source.split('\n').length < LINES_MAX, `${source.split('\n').length} lines`)
  const imported = [...source.matchAll(/^(?:import|from) (.*)$/gm)].map(([, what]) => what)
  t.same(imported, [
    'argparse, hashlib, json, os, re, sys, time, urllib.request',
    'pathlib import Path',
    'cryptography.exceptions import InvalidSignature',
    'cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey',
  ])
  t.end()
})

test('it computes every row of docs/vectors that a client meets', { skip }, async (t) => {
  const { code, stdout, stderr } = await runPython('check_vectors.py')
  t.equal(code, 0, stderr)
  t.match(stdout, /^\d{3} rows hold\n$/)
})

test('it pays, and proves what it did and what it did not', { skip }, async (t) => {
  const { folder, url, client } = await start(t)
  const paid = await client('transfer', 'bank-a', 'nanhai', 'CNY', '12345', '--seed', seed)
  t.equal(paid.code, 0, paid.stderr)
  const { id, receipt, proof } = JSON.parse(paid.stdout) as Payment
  t.equal(receipt.outcome, 'success')
  const { value } = await createClient({ url }).settlement.query.balance({ partyId: 'nanhai', currency: 'CNY' })
  t.equal(value.amount, '12345', 'the chain agrees')
  t.match(JSON.parse((await client('balance', 'nanhai', 'CNY')).stdout), { amount: '12345', height: 1 })
  t.match(JSON.parse((await client('balance', 'tax', 'CNY')).stdout), { amount: '0', height: 1 }, 'absence is proven')

  const check = async (changed: object, identity = id): Promise<PythonRun> => {
    await writeFile(join(folder, 'proof.json'), JSON.stringify({ ...proof, ...changed }))
    return await client('verify', join(folder, 'proof.json'), identity)
  }
  t.match(await check({}), { code: 0, stdout: /"outcome": "success"/ })
  const header = proof['header'] as object
  const certificate = proof['certificate'] as { readonly signatures: readonly object[] }
  const rows: readonly (readonly [object, RegExp])[] = [
    [{ receipt: { ...receipt, outcome: 'rejected' } }, /^Refused: the path does not lead/],
    [{ header: { ...header, timeMs: 1 } }, /^Refused: the certificate is of another header/],
    [{ certificate: { ...certificate, signatures: certificate.signatures.slice(1) } }, /^Refused: too few signatures/],
    [{ header: { ...header, genesisHash: id } }, /^Refused: the header is of another chain/],
  ]
  for (const [changed, words] of rows) t.match(await check(changed), { code: 1, stdout: '', stderr: words })
  t.match(await check({}, CHAIN.genesisHash), { code: 1, stderr: /^Refused: the receipt is of another transaction/ })
})

test('a refusal of a module, and a node that is not there, are errors', { skip }, async (t) => {
  const { client } = await start(t)
  const refused = await client('transfer', 'bank-a', 'nanhai', 'CNY', '99999999999999', '--seed', seed)
  t.match(refused, { code: 1, stdout: '', stderr: /^RpcError: the transaction .*\(settlement\/insufficient-funds\): [^\n{]+\n$/ })
  const stranger = await client('transfer', 'bank-a', 'nanhai', 'CNY', '1', '--seed', `0x${'11'.repeat(32)}`)
  t.match(stranger, { code: 1, stdout: '', stderr: /organizations\/unknown-operator/ })
})

test('a wrong call ends in one line that says what to do', { skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'hanse-python-'))
  t.teardown(async () => await rm(folder, { recursive: true }))
  const genesis = join(folder, 'genesis.json')
  const noProof = join(folder, 'proof.json')
  await writeFile(genesis, GENESIS_BYTES)
  await writeFile(noProof, '{"header": {}}')
  const payment = ['transfer', 'bank-a', 'nanhai', 'CNY']
  const rows: readonly (readonly [readonly string[], RegExp])[] = [
    [[...payment, '5', '--genesis', genesis], /transfer needs --seed, the signer's 32 bytes: 0x and 64 hexadecimal digits/],
    [[...payment, '5', '--genesis', genesis, '--seed', '0x1234'], /transfer needs --seed, the signer's 32 bytes/],
    [[...payment, '--genesis', genesis, '--seed', seed], /transfer takes PAYER PAYEE CURRENCY AMOUNT/],
    [[...payment, '12.5', '--genesis', genesis, '--seed', seed], /AMOUNT is a whole number of minor units: 1250 for 12\.50, not '12\.5'/],
    [['balance', 'nanhai', '--genesis', genesis], /balance takes PARTY CURRENCY/],
    [['balance', 'nanhai', 'CNY'], /required: --genesis/],
    [['pay', 'nanhai', '--genesis', genesis], /invalid choice: 'pay'/],
    [['balance', 'nanhai', 'CNY', '--genesis', noProof], /proof\.json is no genesis file \(KeyError/],
    [['balance', 'nanhai', 'CNY', '--genesis', folder], /is no genesis file \(IsADirectoryError/],
    [['verify', noProof, CHAIN.genesisHash, '--genesis', genesis], /proof\.json is no proof: give what tx_getProof answered/],
    [['verify', join(folder, 'none.json'), CHAIN.genesisHash, '--genesis', genesis], /none\.json is no proof/],
    [['verify', noProof, '0x12', '--genesis', genesis], /ID is 0x and 64 hexadecimal digits, not '0x12'/],
  ]
  for (const [words, stderr] of rows) {
    const run = await runPython('hanse_client.py', ...words)
    t.match(run, { code: 2, stdout: '', stderr }, words.join(' '))
    t.match(run.stderr, /^hanse_client\.py: [^\n]+\n$/, 'one line')
    t.notMatch(run.stderr, seed.slice(2), 'a seed is not repeated')
  }
  const nobody = await runPython('hanse_client.py', 'balance', 'nanhai', 'CNY', '--genesis', genesis, '--rpc', 'http://127.0.0.1:9')
  t.match(nobody, {
    code: 1,
    stdout: '',
    stderr: /^hanse_client\.py: http:\/\/127\.0\.0\.1:9 answers as no node does \(URLError: [^\n]+\n$/,
  })
})
