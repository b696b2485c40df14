import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createKeyPair } from '@hanse/crypto'
import { MODULES } from '@hanse/modules'
import { peerIdFromSeed } from '@hanse/p2p'
import type { Logger } from '@hanse/ports'
import { type Address, bytesToHex, type Hash } from '@hanse/primitives'
import {
  type Chain,
  encodeGenesis,
  encodeTransaction,
  type Json,
  KEY_ALGORITHM,
  parseGenesis,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
} from '@hanse/protocol'
import type { InstalledModule } from '@hanse/state'
import { openGuardFile } from '@hanse/storage'
import { type Test, test } from 'tap'
import { freeBasePort } from '../../../devnet/test/support/test-network.ts'
import { checkNodeConfig } from '../src/config.ts'
import { type RunningNode, startNode } from '../src/node.ts'
import type { NodeOptions } from '../src/node-options.ts'
import { loadModules } from '../src/own-modules/load-module.ts'
import { systemClock } from '../src/system.ts'
import { guardPathOf, initialGuard } from '../src/vote-guard.ts'
import { writePackage } from './support/loyalty-package.ts'
import { operatorKey, CHAIN as SOLO } from './support/solo-genesis.ts'
import { consensusSeed, identitySeed, NAMES, temporaryFolder } from './support/test-chain.ts'

const BASE_PORT = await freeBasePort(NAMES.length)
const HEARTBEAT_MS = 100
const METER = { count: () => undefined, gauge: () => undefined, observe: () => undefined }
const PARTY: Readonly<Record<string, string>> = { 'core-firm': 'shunhe', supplier: 'nanhai' }

/** Four validators that vote through the parties of the devnet; an idle chain that makes ten blocks a second. */
function chainOf(): Chain {
  const members = Object.entries(PARTY).map(([organization, partyId]) => ({ organization, partyId }))
  const genesis = {
    ...SOLO.genesis,
    chainId: 78,
    params: { ...SOLO.genesis.params, heartbeatMs: HEARTBEAT_MS },
    validators: NAMES.map((organization, index) => ({
      organization,
      consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(createKeyPair(consensusSeed(organization)).publicKey) },
      peerId: peerIdFromSeed(identitySeed(organization)),
      addresses: [`127.0.0.1:${BASE_PORT + index}`],
    })),
    modules: SOLO.genesis.modules.map((entry) => (entry.name === 'governance' ? { ...entry, genesis: { members } } : entry)),
  }
  const chain = parseGenesis(encodeGenesis(genesis))
  if (!chain.ok) throw new Error(chain.error.message)
  return chain.value
}

interface Line {
  readonly level: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** One validator, its log and its end. */
class Member {
  readonly lines: Line[] = []
  fatal: unknown
  node: RunningNode | undefined
  readonly #options: NodeOptions

  constructor(options: NodeOptions) {
    this.#options = options
  }

  async start(modules: readonly InstalledModule[]): Promise<string> {
    this.fatal = undefined
    const onFatal = (error: unknown): void => {
      this.fatal = error
    }
    const started = await startNode({ ...this.#options, modules }, { clock: systemClock, logger: this.#logger(), meter: METER, onFatal })
    if (!started.ok) return started.error.code
    this.node = started.value
    return 'started'
  }

  async stop(): Promise<void> {
    await this.node?.stop()
    this.node = undefined
  }

  get api(): RunningNode['api'] {
    if (this.node === undefined) throw new Error('the node is stopped')
    return this.node.api
  }

  #logger(): Logger {
    const at = (level: string) => (fields: object) => {
      this.lines.push({ level, fields: fields as Line['fields'] })
    }
    const logger: Logger = {
      ...{ fatal: at('fatal'), error: at('error'), warn: at('warn'), info: at('info'), debug: () => undefined, trace: () => undefined },
      child: () => logger,
    }
    return logger
  }
}

async function memberOf(t: Test, chain: Chain, index: number): Promise<Member> {
  const organization = NAMES[index] as string
  const folder = await temporaryFolder(t)
  const config = checkNodeConfig({
    organization,
    dataDir: join(folder, 'data'),
    keys: { consensus: join(folder, 'consensus.json') },
    p2p: { listen: [`127.0.0.1:${BASE_PORT + index}`] },
  })
  if (!config.ok) throw new Error(config.error.message)
  const guard = await openGuardFile({ path: guardPathOf(join(folder, 'consensus.json')) })
  await guard.write(initialGuard())
  await guard.close()
  const keys = { identitySeed: identitySeed(organization), consensusSeed: consensusSeed(organization) }
  const member = new Member({ chain, config: config.value, ...keys })
  t.teardown(() => member.stop())
  return member
}

async function until(what: string, isSo: () => boolean, timeoutMs = 60_000): Promise<void> {
  const endMs = Date.now() + timeoutMs
  while (!isSo()) {
    if (Date.now() > endMs) throw new Error(`${what}: not within ${timeoutMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

interface Call {
  readonly module: string
  readonly command: string
  readonly json: Json
}

/** Signed by both operators of a party. */
function signed(chain: Chain, modules: readonly InstalledModule[], party: string, call: Call): Uint8Array {
  const codec = [...MODULES, ...modules].find(({ name }) => name === call.module)?.commands[call.command]?.params
  const params = codec?.parseJson(call.json)
  if (codec === undefined || params?.ok !== true) throw new Error(`no ${call.command}: ${JSON.stringify(params)}`)
  const signers = [operatorKey(party, 'maker'), operatorKey(party, 'checker')]
  const [sender, coSigner] = signers.map(({ address }) => address) as readonly Address[] as [Address, Address]
  const body = transactionBodyCodec.encode({
    ...{ genesisHash: chain.genesisHash, chainId: chain.genesis.chainId, sender, coSigners: [coSigner], expiresAtMs: Date.now() + 60_000 },
    unique: bytesToHex(new Uint8Array(randomBytes(16))),
    calls: [{ module: call.module, command: call.command, params: codec.encode(params.value) }],
  })
  const message = transactionSignBytes(transactionId(body))
  const signatures = signers.map((signer) => ({
    algorithm: KEY_ALGORITHM.ed25519,
    publicKey: signer.publicKey,
    signature: signer.sign(message) as Uint8Array,
  }))
  return encodeTransaction(body, signatures)
}

async function send(member: Member, raw: Uint8Array): Promise<string> {
  const sent = await member.api.submit(raw)
  if (!sent.ok) return sent.error.code
  const final = await member.api.waitForReceipt(sent.value.id, 20_000, new AbortController().signal)
  return final === undefined ? 'not final' : (final.receipt.code ?? final.receipt.outcome)
}

const isWarning = ({ level, fields }: Line): boolean => level === 'error' && fields['code'] === 'node/missing-module'

test('three nodes with the module go on over its height, the fourth stops below it, gets the module, and catches up', async (t) => {
  const chain = chainOf()
  const loaded = await loadModules([await writePackage(await temporaryFolder(t))])
  const wrong = await loadModules([await writePackage(await temporaryFolder(t), { 'src/limit.ts': 'export const LIMIT = 7\n' })])
  if (!loaded.ok || !wrong.ok) return t.fail('the package does not load')
  const [own, other] = [loaded.value, wrong.value]
  const hash = own[0]?.packageHash as Hash
  const members = await Promise.all(NAMES.map((_, index) => memberOf(t, chain, index)))
  const [first, second, third, fourth] = members as [Member, Member, Member, Member]
  for (const member of [first, second, third]) t.equal(await member.start(own), 'started')
  t.equal(await fourth.start([]), 'started')
  await until('blocks', () => members.every(({ api }) => api.height() >= 1))

  const action = { type: 'activateModule', name: 'loyalty', version: 1, hash, genesis: { partyId: 'nanhai', points: 5 } }
  const propose = { module: 'governance', command: 'propose', json: { member: 'bank-a', action, deadlineMs: Date.now() + 3_600_000 } }
  t.equal(await send(first, signed(chain, own, 'bank-a', propose)), 'success')
  for (const member of ['bank-b', 'supplier']) {
    const vote = { module: 'governance', command: 'vote', json: { member, proposalId: '1', choice: 'yes' } }
    t.equal(await send(first, signed(chain, own, PARTY[member] ?? member, vote)), 'success')
  }
  const proposal = first.api.query('governance', 'proposal', { proposalId: '1' })
  if (!proposal.ok) return t.fail(proposal.error.message)
  const { status, scheduledHeight: height } = proposal.value.value as { status: string; scheduledHeight: number }
  t.equal(status, 'scheduled')

  await until('the vote at the fourth', () => fourth.lines.some(isWarning))
  t.match(fourth.api.status().reasons, [`lacks module loyalty version 1, needed from height ${height} on`])
  t.same(first.api.status().reasons, [])
  t.match(fourth.lines.find(isWarning)?.fields, { atHeight: height, name: 'loyalty', version: 1, hash, hint: /hanse module hash/ })
  t.notOk(first.lines.some(isWarning))

  await until('the end of the fourth', () => fourth.fatal !== undefined)
  const message = new RegExp(`height ${height} .*loyalty version 1 \\(hash ${hash}\\)`)
  t.match(fourth.fatal, { code: 'node/missing-module', message, hint: /start again/ })
  t.ok(fourth.api.height() < height, `it stands at ${fourth.api.height()}, below ${height}`)
  t.ok(fourth.lines.filter(isWarning).length > 3, 'it was told again and again')
  await fourth.stop()

  await until('the height', () => first.api.height() >= height + 3)
  const grant = { module: 'loyalty', command: 'grant', json: { to: 'nanhai', points: 4 } }
  t.equal(await send(second, signed(chain, own, 'bank-a', grant)), 'success')
  t.equal(await send(second, signed(chain, own, 'bank-a', { ...grant, json: { to: 'nanhai', points: 1_000 } })), 'loyalty/too-many')
  const balance = (member: Member): unknown => member.api.query('loyalty', 'balance', { partyId: 'nanhai' })
  t.match(balance(third), { ok: true, value: { value: 9 } })
  t.same(first.api.modules.at(-1)?.hash, hash)

  // Where it stopped decides which of the two codes it gets: below the last block, it starts and stops again.
  const again = await fourth.start([])
  if (again === 'started') await until('the second end', () => fourth.fatal !== undefined)
  t.match(again === 'started' ? fourth.fatal : { code: again }, { code: 'node/missing-module' })
  await fourth.stop()
  const withOther = await fourth.start(other)
  if (withOther === 'started') await until('the third end', () => fourth.fatal !== undefined)
  t.match(withOther === 'started' ? fourth.fatal : { code: withOther }, { code: /^(node\/missing-module|module\/other-hash)$/ })
  await fourth.stop()

  t.equal(await fourth.start(own), 'started')
  await until('the fourth in step', () => fourth.api.height() >= height + 5 && fourth.api.status().state === 'synced')
  t.match(balance(fourth), { ok: true, value: { value: 9 } })
  const blocks = await Promise.all(members.map(({ api }) => api.block(height + 4)))
  t.equal(new Set(blocks.map((block) => block?.hash)).size, 1, 'one block, one state root')
  t.not(blocks[0]?.header.paramsHash, (await first.api.block(height - 1))?.header.paramsHash)
  t.equal((await first.api.block(height))?.header.paramsHash, blocks[0]?.header.paramsHash, 'from its height on')
  t.same(
    members.map(({ fatal }) => fatal),
    [undefined, undefined, undefined, undefined],
  )
})
