import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createKeyPair } from '@hanse/crypto'
import { MODULES } from '@hanse/modules'
import { peerIdFromSeed } from '@hanse/p2p'
import type { Logger } from '@hanse/ports'
import { type Address, bytesToHex } from '@hanse/primitives'
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
import type { Test } from 'tap'
import { checkNodeConfig } from '../../src/config.ts'
import { type RunningNode, startNode } from '../../src/node.ts'
import type { NodeOptions } from '../../src/node-options.ts'
import { systemClock } from '../../src/system.ts'
import { guardPathOf, initialGuard } from '../../src/vote-guard.ts'
import { operatorKey, CHAIN as SOLO } from './solo-genesis.ts'
import { consensusSeed, identitySeed, NAMES, temporaryFolder } from './test-chain.ts'

const HEARTBEAT_MS = 100
const METER = { count: () => undefined, gauge: () => undefined, observe: () => undefined }
export const PARTY: Readonly<Record<string, string>> = { 'core-firm': 'shunhe', supplier: 'nanhai' }

/** Four validators that vote through the parties of the devnet; an idle chain that makes ten blocks a second. */
export function votingChain(chainId: number, basePort: number): Chain {
  const members = Object.entries(PARTY).map(([organization, partyId]) => ({ organization, partyId }))
  const genesis = {
    ...SOLO.genesis,
    chainId,
    params: { ...SOLO.genesis.params, heartbeatMs: HEARTBEAT_MS },
    validators: NAMES.map((organization, index) => ({
      organization,
      consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(createKeyPair(consensusSeed(organization)).publicKey) },
      peerId: peerIdFromSeed(identitySeed(organization)),
      addresses: [`127.0.0.1:${basePort + index}`],
    })),
    modules: SOLO.genesis.modules.map((entry) => (entry.name === 'governance' ? { ...entry, genesis: { members } } : entry)),
  }
  const chain = parseGenesis(encodeGenesis(genesis))
  if (!chain.ok) throw new Error(chain.error.message)
  return chain.value
}

export interface Line {
  readonly level: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** One validator, its log and its end. */
export class Member {
  readonly lines: Line[] = []
  fatal: unknown
  node: RunningNode | undefined
  readonly #options: NodeOptions

  constructor(options: NodeOptions) {
    this.#options = options
  }

  async start(modules: readonly InstalledModule[] = [], more: Partial<NodeOptions> = {}): Promise<string> {
    this.fatal = undefined
    const onFatal = (error: unknown): void => {
      this.fatal = error
    }
    const started = await startNode(
      { ...this.#options, modules, ...more },
      { clock: systemClock, logger: this.#logger(), meter: METER, onFatal },
    )
    if (!started.ok) return started.error.code
    this.node = started.value
    return 'started'
  }

  async stop(): Promise<void> {
    await this.node?.stop()
    this.node = undefined
  }

  get dataDir(): string {
    return this.#options.config.dataDir
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

export interface MemberOptions {
  /** Names its keys, where they are not its organization's. */
  readonly keysOf?: string
  /** `p2p.peers` of its configuration. */
  readonly peers?: readonly string[]
}

export async function memberOf(
  t: Test,
  chain: Chain,
  organization: string,
  port: number,
  { keysOf = organization, peers = [] }: MemberOptions = {},
): Promise<Member> {
  const folder = await temporaryFolder(t)
  const config = checkNodeConfig({
    organization,
    dataDir: join(folder, 'data'),
    keys: { consensus: join(folder, 'consensus.json') },
    p2p: { listen: [`127.0.0.1:${port}`], peers },
  })
  if (!config.ok) throw new Error(config.error.message)
  const guard = await openGuardFile({ path: guardPathOf(join(folder, 'consensus.json')) })
  await guard.write(initialGuard())
  await guard.close()
  const keys = { identitySeed: identitySeed(keysOf), consensusSeed: consensusSeed(keysOf) }
  const member = new Member({ chain, config: config.value, ...keys })
  t.teardown(() => member.stop())
  return member
}

export async function until(what: string, isSo: () => boolean, timeoutMs = 60_000): Promise<void> {
  const endMs = Date.now() + timeoutMs
  while (!isSo()) {
    if (Date.now() > endMs) throw new Error(`${what}: not within ${timeoutMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export interface Call {
  readonly module: string
  readonly command: string
  readonly json: Json
}

/** Signed by both operators of a party. */
export function signed(chain: Chain, modules: readonly InstalledModule[], party: string, call: Call): Uint8Array {
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

export async function send(member: Member, raw: Uint8Array): Promise<string> {
  const sent = await member.api.submit(raw)
  if (!sent.ok) return sent.error.code
  const final = await member.api.waitForReceipt(sent.value.id, 20_000, new AbortController().signal)
  return final === undefined ? 'not final' : (final.receipt.code ?? final.receipt.outcome)
}
