import { verifyCommitCertificate, verifyTransaction } from '@hanse/crypto'
import { verifySignatureNative } from '@hanse/crypto-native'
import { MODULES } from '@hanse/modules'
import type { Logger, Store } from '@hanse/ports'
import { type Hash, type Rejection, type Result, err, ok, reject } from '@hanse/primitives'
import {
  type Chain,
  type CommitCertificate,
  decodeTransaction,
  genesisValidatorSet,
  type Guard,
  guardCodec,
  type Header,
  headerHash,
  logRecordCodec,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import type { GuardFile, Log } from '@hanse/ports'
import type { LoggedEntry } from '@hanse/replica'
import { createGenesisState, createLedger, type Ledger, type Module, RootBuilder, STATE_VALUES_RANGE, stateEntries } from '@hanse/state'
import { BlockStore } from './block-store.ts'
import { stateKey, withoutTable } from './keys-layout.ts'
import { sha256Native } from './sha256.ts'
import { pagesOf } from './store-range.ts'

/** Blocks whose hash chain is verified at every start, from the tip down. */
const TIP_CHAIN_BLOCKS = 256

export interface OpenChain {
  readonly ledger: Ledger
  readonly blocks: BlockStore
  readonly headCertificate: CommitCertificate | undefined
  readonly modules: readonly Module[]
}

/** The modules that genesis names, in its order. `genesis/unknown-module`. */
export function modulesOf(chain: Chain): Result<readonly Module[]> {
  const modules: Module[] = []
  for (const [index, { name, version }] of chain.genesis.modules.entries()) {
    const module = MODULES.find((candidate) => candidate.name === name && candidate.version === version)
    if (module === undefined) {
      return err(reject('genesis/unknown-module', `this software has no module ${name} version ${version}`, { path: `modules.${index}` }))
    }
    modules.push(module)
  }
  return ok(modules)
}

function damaged(message: string): Result<never> {
  return err(
    reject('node/store-damaged', message, {
      hint: 'Move the data folder\'s "store" away and start again: the node fetches every block from its peers. Keep "log" and the keys.',
    }),
  )
}

/** Makes genesis if the store is empty; else verifies the tip's hash chain, its certificate and the state root before anything is served. */
export async function openChain(chain: Chain, store: Store, logger: Logger): Promise<Result<OpenChain>> {
  const modules = modulesOf(chain)
  if (!modules.ok) return modules
  const blocks = new BlockStore(store)
  if (blocks.head() === undefined) {
    const genesis = createGenesisState(chain, modules.value)
    await blocks.writeGenesis(genesis.header, genesis.hash, genesis.writes)
    logger.info({ genesisHash: chain.genesisHash }, 'genesis state written')
  }
  const tip = verifyTip(chain, blocks)
  if (!tip.ok) return tip
  const { header, hash, certificate } = tip.value
  const root = await computeStateRoot(store)
  if (root !== header.stateRoot) return damaged(`the state at height ${header.height} does not have the root that its header says`)
  const ledger = createLedger({
    chain,
    modules: modules.value,
    source: { get: (key) => store.get(stateKey(key)) },
    head: { header, hash },
    recent: recentIds(blocks, header, chain.genesis.params.timeToLiveMsMax),
    hasher: sha256Native,
  })
  return ok({ ledger, blocks, headCertificate: certificate, modules: modules.value })
}

interface Tip {
  readonly header: Header
  readonly hash: Hash
  readonly certificate: CommitCertificate | undefined
}

function verifyTip(chain: Chain, blocks: BlockStore): Result<Tip> {
  const head = blocks.head()
  const record = head === undefined ? undefined : blocks.record(head.height)
  if (head === undefined || record === undefined) return damaged('the head block is missing')
  if (headerHash(record.header) !== head.hash) return damaged('the head block is not the one the head record names')
  if (record.header.genesisHash !== chain.genesisHash) {
    return err(reject('node/wrong-chain', 'the data folder belongs to another chain', { hint: 'Use the genesis file it was made with, or another data folder.' }))
  }
  const certificate = record.certified?.certificate
  if (head.height > 0) {
    const set = genesisValidatorSet(chain.genesis)
    const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    if (certificate === undefined || certificate.headerHash !== head.hash) return damaged('the head block has no certificate of its own')
    const verified = verifyCommitCertificate(domain, set, certificate, verifySignatureNative)
    if (!verified.ok) return damaged(`the head's certificate does not verify: ${verified.error.message}`)
  }
  let child = record.header
  for (let height = head.height - 1; height >= 0 && height >= head.height - TIP_CHAIN_BLOCKS; height--) {
    const parent = blocks.record(height)
    if (parent === undefined || headerHash(parent.header) !== child.parent) return damaged(`block ${height} is missing or not the parent of ${height + 1}`)
    child = parent.header
  }
  return ok({ header: record.header, hash: head.hash, certificate })
}

async function computeStateRoot(store: Store): Promise<Hash> {
  const builder = new RootBuilder(sha256Native)
  for await (const page of pagesOf(store, stateKey(STATE_VALUES_RANGE.from), stateKey(STATE_VALUES_RANGE.to))) {
    for (const { key, value } of stateEntries(page.map((record) => ({ key: withoutTable(record.key), value: record.value })))) builder.add(key, value)
  }
  return builder.root()
}

/** Ids that were executed and could still come again: those of the last time-to-live whose expiry lies ahead. */
function recentIds(blocks: BlockStore, head: Header, timeToLiveMs: number): readonly { readonly id: Hash; readonly expiresAtMs: number }[] {
  const recent: { readonly id: Hash; readonly expiresAtMs: number }[] = []
  for (let height: number = head.height; height > 0; height--) {
    const block = blocks.block(height)
    if (block === undefined || block.header.timeMs < head.timeMs - timeToLiveMs) break
    for (const { id, body } of block.transactions) if (body.expiresAtMs > head.timeMs) recent.push({ id, expiresAtMs: body.expiresAtMs })
  }
  return recent
}

/** What the write-ahead log and the guard file say, decoded. `node/log-damaged` for records that are not ours. */
export async function readVotes(
  log: Log,
  guardFile: GuardFile,
): Promise<Result<{ readonly log: readonly LoggedEntry[]; readonly guard: 'absent' | 'damaged' | Guard }>> {
  const entries: LoggedEntry[] = []
  for (const { position, bytes } of await log.readAll()) {
    const record = logRecordCodec.decode(bytes)
    if (!record.ok) return err(logFault(position, record.error))
    const transactions: Verified<Transaction>[] = []
    if (record.value.type === 'proposal') {
      for (const raw of record.value.transactions) {
        const transaction = decodeTransaction(raw)
        const verified = transaction.ok ? verifyTransaction(transaction.value, verifySignatureNative) : transaction
        if (!verified.ok) return err(logFault(position, verified.error))
        transactions.push(verified.value)
      }
    }
    entries.push({ position, record: record.value, transactions })
  }
  const read = await guardFile.read()
  if (read.type !== 'value') return ok({ log: entries, guard: read.type })
  const guard = guardCodec.decode(read.bytes)
  return ok({ log: entries, guard: guard.ok ? guard.value : 'damaged' })
}

function logFault(position: number, cause: Rejection): Rejection {
  return reject('node/log-damaged', `record ${position} of the write-ahead log does not decode: ${cause.message}`, {
    hint: 'Restore the log from this machine\'s disk, or rejoin with a new consensus key: a validator must not vote without its log.',
  })
}

/** The first guard of a key: it has promised nothing. Written by `node init`, so that a missing guard always means a lost one. */
export function initialGuard(): Uint8Array {
  const zero = 0 as never
  return guardCodec.encode({ epoch: zero, view: zero, height: zero, lastVote: `0x${'00'.repeat(32)}` as Hash })
}

