import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createKeystore } from '@hanse/crypto-native'
import { rpcUrl } from '@hanse/devnet'
import { type Address, bytesToHex } from '@hanse/primitives'
import {
  buildTransaction,
  type CallDraft,
  callDigest,
  createClient,
  type FinalReceipt,
  generateKeyPair,
  type KeyPair,
  signTransaction,
} from '@hanse/sdk'
import { type Test, test } from 'tap'
import { startTestNetwork, temporaryFolder } from '../../../devnet/test/support/test-network.ts'
import { operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'
import { ENVIRONMENT, jsonOf, MAIN, runCli } from './support/run-cli.ts'

const PAGE = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8')
const TRANSFER = 'from=bank-a to=nanhai currency=CNY amount=1 reference=x'.split(' ')
const REVOKED = { error: { code: 'organizations/operator-revoked' } }

/** The command lines of docs/operating.md, "Operator keys", block by block. */
function blocksOfPage(): readonly string[] {
  const section = PAGE.slice(PAGE.indexOf('\n## Operator keys\n') + 1)
  const text = section.slice(0, section.indexOf('\n## '))
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block as string)
}

/** A desk at which everybody of the story sits: the keys of the genesis under the names of the page. */
async function desk(t: Test, url: string) {
  const home = await temporaryFolder(t)
  const keys = [
    ['maker', 'bank-a', 'maker'],
    ['checker', 'bank-a', 'checker'],
    ['registrar-maker', 'regulator', 'maker'],
    ['registrar-checker', 'regulator', 'checker'],
  ] as const
  for (const [name, party, role] of keys) {
    const path = join(home, 'keys', `${name}.json`)
    await createKeystore({ path, purpose: 'account', seed: operatorKey(party, role).seed, unencrypted: true })
  }
  await writeFile(join(home, 'evidence.pdf'), 'minutes of the board')
  const env = {
    ...{ ...ENVIRONMENT, HANSE_HOME: home, HANSE_RPC: url, HANSE_PASSWORD: 'correct horse battery' },
    BANK_A_CHECKER: operatorKey('bank-a', 'checker').address,
    REGISTRAR_CHECKER: operatorKey('regulator', 'checker').address,
  }
  return {
    env,
    address: async (key: string): Promise<string> => (await runCli(['keys', 'export', key, '--only', 'address'], { env })).stdout.trim(),
    /** A block as it stands on the page. */
    play: async (block: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
      const script = `set -eu\nhanse() { "${process.execPath}" "${MAIN}" "$@"; }\n${block}`
      const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: home, env: { ...env, ...more } })
      return stdout
    },
    /** A payment of bank-a's, signed with a key: what becomes of it. */
    pay: async (key: string): Promise<unknown> => {
      const built = await runCli(['tx', 'build', 'settlement.transfer', ...TRANSFER, '--sender', key], { env })
      const signed = await runCli(['tx', 'sign', '-', '--key', key], { env, input: built.stdout })
      return jsonOf(await runCli(['tx', 'send', '-', '--wait', '--json'], { env, input: signed.stdout }))
    },
    operators: async (): Promise<Readonly<Record<string, string>>> => {
      const query = 'query organizations operators partyId=bank-a --json'.split(' ')
      const { value } = jsonOf(await runCli(query, { env })) as unknown as { value: { items: { address: string; status: string }[] } }
      return Object.fromEntries(value.items.map(({ address, status }) => [address, status]))
    },
  }
}

const MISSING = ['bash', 'sha256sum'].find((program) => spawnSync(program, ['--version']).status !== 0)
const SKIP = MISSING === undefined ? false : `${MISSING} is not here: the story of docs/operating.md was not played`

test('operator keys are added, rotated, revoked and recovered as docs/operating.md tells', { skip: SKIP, timeout: 300_000 }, async (t) => {
  const [node] = (await startTestNetwork(t)).nodes
  if (node === undefined) throw new Error('no node')
  const [add = '', rotate = '', revoke = '', recover = '', ...more] = blocksOfPage()
  t.match([add, rotate, revoke, recover, ...more], [/addOperator/, /rotateOperator/, /revokeOperator/, /recoverOperators/])
  const { play, pay, address, operators } = await desk(t, rpcUrl(node))
  const [maker, checker] = await Promise.all(['maker', 'checker'].map(address))

  t.match(await play(add), /organizations\.operatorAdded/)
  const deputy = await address('deputy')
  t.match(await operators(), { [`${maker}`]: 'active', [`${checker}`]: 'active', [deputy]: 'active' })

  t.match(await pay('maker'), { outcome: 'success' })
  t.match(await play(rotate), /organizations\.operatorRotated/)
  const second = await address('maker-2')
  t.match(await operators(), { [`${maker}`]: 'revoked', [second]: 'active' })
  t.match(await pay('maker'), REVOKED, 'the old key is refused')
  t.match(await pay('maker-2'), { outcome: 'success' }, 'the new one has its roles')

  t.match(await play(revoke, { BANK_A_LOST: second }), /organizations\.operatorRevoked/)
  t.match(await pay('maker-2'), REVOKED)
  t.match(await pay('deputy'), { outcome: 'success' })

  t.match(await play(recover), /organizations\.operatorsRecovered/)
  const [newMaker, newChecker] = await Promise.all(['new-maker', 'new-checker'].map(address))
  t.same(await operators(), { [`${newMaker}`]: 'active', [`${newChecker}`]: 'active' })
  for (const key of ['deputy', 'checker', 'maker']) t.match(await pay(key), REVOKED, key)
  t.match(await pay('new-maker'), { outcome: 'success' })
})

test('a transaction in flight is judged by the keys of its turn, as the table of docs/operating.md says', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const client = createClient({ url: running.url })
  const chain = await client.chain()
  const [maker, checker] = [operatorKey('bank-a', 'maker'), operatorKey('bank-a', 'checker')]
  const fresh = generateKeyPair()
  const transfer = (amount: string): CallDraft => {
    return { module: 'settlement', command: 'transfer', params: { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount, reference: 'x' } }
  }
  const send = async (call: CallDraft, ...signers: readonly [KeyPair, ...KeyPair[]]): Promise<string> => {
    const [sender, ...coSigners] = signers.map((signer) => signer.address) as [Address, ...Address[]]
    const transaction = buildTransaction({ chain, sender, coSigners, calls: [call] })
    return (await client.send(await signTransaction(transaction, signers))).hash
  }
  const terms = { publicKey: bytesToHex(generateKeyPair().publicKey), algorithm: 1, roles: ['maker'], personRef: 'person-3' }
  const wanted = { module: 'organizations', command: 'addOperator', params: { operator: terms } }
  const proposal = { callDigest: callDigest(chain, wanted), expiresAtMs: Date.now() + 3_600_000 }
  const rotation = { address: maker.address, algorithm: 1, publicKey: bytesToHex(fresh.publicKey) }
  running.node.isPaused = true
  const before = await send(transfer('1'), maker)
  await send({ module: 'organizations', command: 'propose', params: proposal }, maker)
  const rotate = await send({ module: 'organizations', command: 'rotateOperator', params: rotation }, maker, checker)
  const after = await send(transfer('2'), maker)
  const confirmed = await send(wanted, checker)
  running.node.seal()
  const receipts = (await Promise.all(
    [before, rotate, after, confirmed].map(async (hash) => await client.callRaw('tx_getReceipt', { hash })),
  )) as unknown as FinalReceipt[]
  t.match(receipts, [
    { height: 1, outcome: 'success' },
    { height: 1, outcome: 'success' },
    { height: 1, outcome: 'rejected', code: 'organizations/operator-revoked' },
    { height: 1, outcome: 'rejected', code: 'organizations/proposer-inactive' },
  ])
  await t.rejects(send(transfer('3'), maker), { name: 'HanseRpcError', rejection: { code: 'organizations/operator-revoked' } })
  for (const code of ['operator-revoked', 'proposer-inactive']) t.ok(PAGE.includes(`\`organizations/${code}\``), code)
})
