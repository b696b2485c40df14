import { verifyCommitCertificate } from '@hanse/crypto'
import { verifySignatureNative } from '@hanse/crypto-native'
import type { Store } from '@hanse/ports'
import { bytesToHex, type Hex, hexToBytes, type Rejection } from '@hanse/primitives'
import { type Chain, type Header, headerHash, type ModuleSet, type StoredBlockRecord } from '@hanse/protocol'
import { ChainReader, storeDamaged, storedStateKey, verifyTip } from '@hanse/replica'
import { type InstalledModule, STATE_TREE_RANGE, type StateRecord, stateEntries } from '@hanse/state'
import { isStoreThere, openLevelStore, verifyTables } from '@hanse/storage'
import { computeStateRoot } from '../state-root/state-check.ts'
import { refuseOthers } from '../stopped-store.ts'
import { pagesOf } from '../store-range.ts'
import { brokenInvariants, storedModuleSet } from './check-state.ts'
import { countRecords, type RecordCount } from './count-records.ts'
import { EpochSigners } from './epoch-signers.ts'
import { toProblem } from './problem.ts'
import { type StoredMembers, storedMembers } from './stored-members.ts'

export interface BlockSummary {
  readonly height: number
  readonly hash: string
  readonly header: Header
  /** Organizations whose signatures the certificate has. */
  readonly signers: readonly string[]
  readonly transactions: readonly { readonly id: string; readonly outcome: string; readonly code?: string }[]
}

export interface StoreSummary {
  readonly directory: string
  /** False where no store was made: the node has not run. */
  readonly exists: boolean
  readonly sizeBytes?: number
  /** Of the chain whose blocks these are. */
  readonly genesisHash?: Hex
  readonly head?: { readonly height: number; readonly hash: string; readonly timeMs?: number; readonly signers?: readonly string[] }
  readonly stateRoot?: { readonly stored: string; readonly computed?: string }
  /** Who decides on the next block, who observes, and by what parameters. */
  readonly members?: StoredMembers
  /** What votes have made of the modules. */
  readonly voted?: ModuleSet
  /** Invariants of modules that were checked. */
  readonly invariants?: number
  /** Blocks whose parent link and certificate were checked: all that are held above genesis. */
  readonly verifiedBlocks?: number
  /** Of LevelDB's tables, whose checksums were verified. */
  readonly verifiedTableBytes?: number
  readonly records?: readonly RecordCount[]
  readonly block?: BlockSummary
  readonly value?: { readonly key: Hex; readonly value: Hex | undefined }
  readonly problems: readonly Rejection[]
}

export interface StoreQuestions {
  /** Records are counted, which reads all of them and so checks their checksums. */
  readonly count?: boolean
  /** `tip`: what a start checks, the end of the chain and the state root. `all`: every block too. */
  readonly verify?: 'tip' | 'all'
  /** The invariants of the chain's modules are checked on the state. */
  readonly invariants?: boolean
  /** The node's own modules, whose invariants are checked too. */
  readonly ownModules?: readonly InstalledModule[]
  readonly blockHeight?: number
  /** A whole state key. */
  readonly key?: Hex
  readonly onVerified?: (done: number, total: number) => void
}

type Answer = { -readonly [Member in keyof StoreSummary]?: StoreSummary[Member] }

/** Looks into a store as far as it goes. Holds LevelDB's lock meanwhile: `storage/locked` says that a node runs on it. */
export async function summarizeStore(directory: string, chain: Chain | undefined, questions: StoreQuestions): Promise<StoreSummary> {
  if (!(await isStoreThere(directory))) return { directory, exists: false, problems: [] }
  const other = await refuseOthers(directory)
  if (other !== undefined) return { directory, exists: true, problems: [other] }
  const answer: Answer = {}
  const problems: Rejection[] = []
  let store: Store
  try {
    store = await openLevelStore({ directory })
  } catch (error) {
    return { directory, exists: true, problems: [toProblem(error)] }
  }
  if (questions.verify !== undefined) problems.push(...(await damagedTables(directory, answer)))
  // Each on its own: what one finds damaged another may still read.
  const { count, verify, invariants } = questions
  const steps = [
    ...[sizeOf, headOf, modulesOf, membersOf, ...(count === true ? [recordsOf] : []), blockOf, stateValueOf],
    ...(verify === undefined ? [] : [tipOf, rootOf]),
    ...(verify === 'all' ? [blocksOf] : []),
    ...(invariants === true ? [invariantsOf] : []),
  ]
  for (const step of steps) {
    try {
      // By another chain's rules everything here would be wrong.
      const own = answer.genesisHash === undefined || answer.genesisHash === chain?.genesisHash ? chain : undefined
      problems.push(...((await step({ store, reader: new ChainReader(store), chain: own, questions }, answer)) ?? []))
    } catch (error) {
      problems.push(toProblem(error))
    }
  }
  await store.close()
  return { directory, exists: true, ...answer, problems: distinct(problems) }
}

/** A store that has failed once says the same to everybody. */
function distinct(problems: readonly Rejection[]): readonly Rejection[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values()]
}

async function damagedTables(directory: string, answer: Answer): Promise<readonly Rejection[]> {
  const { bytes, problems } = await verifyTables(directory)
  answer.verifiedTableBytes = bytes
  return problems.map(toProblem)
}

interface Sight {
  readonly store: Store
  readonly reader: ChainReader
  readonly chain: Chain | undefined
  readonly questions: StoreQuestions
}

type Found = readonly Rejection[] | undefined

async function sizeOf({ store }: Sight, answer: Answer): Promise<Found> {
  answer.sizeBytes = await store.sizeBytes()
  return undefined
}

async function recordsOf({ store }: Sight, answer: Answer): Promise<Found> {
  answer.records = await countRecords(store)
  return undefined
}

function headOf({ reader, chain }: Sight, answer: Answer): Found {
  const head = reader.head()
  if (head === undefined) return [storeDamaged('the store has no head')]
  answer.head = head
  const record = reader.record(head.height)
  if (record === undefined) return [storeDamaged('the head block is missing')]
  answer.head = { ...head, timeMs: record.header.timeMs, signers: signersOf(record, reader, chain) }
  answer.stateRoot = { stored: record.header.stateRoot }
  answer.genesisHash = record.header.genesisHash
  return undefined
}

function membersOf({ reader, chain }: Sight, answer: Answer): Found {
  const head = reader.head()
  const header = head === undefined ? undefined : reader.record(head.height)?.header
  const members = chain === undefined || header === undefined ? undefined : storedMembers(reader, chain, header)
  if (members !== undefined) answer.members = members
  return undefined
}

function modulesOf({ reader }: Sight, answer: Answer): Found {
  if (reader.head() !== undefined) answer.voted = storedModuleSet(reader)
  return undefined
}

function signersOf({ header, certified }: StoredBlockRecord, reader: ChainReader, chain: Chain | undefined): readonly string[] {
  const signatures = certified?.certificate.signatures ?? []
  const validators = chain === undefined ? [] : (new EpochSigners(reader, chain).of(header)?.validators ?? [])
  return signatures.map(({ signer }) => validators[signer]?.organization ?? `validator ${signer}`)
}

function blockOf({ reader, chain, questions: { blockHeight } }: Sight, answer: Answer): Found {
  if (blockHeight === undefined) return undefined
  const record = reader.record(blockHeight)
  if (record === undefined)
    return [{ code: 'chain/unknown-block', message: `there is no block ${blockHeight} in the store`, hint: 'Ask for one up to the head.' }]
  const { header, receipts } = record
  const transactions = receipts.map(({ txId, outcome, code }) => ({ id: txId, outcome, ...(code === undefined ? {} : { code }) }))
  answer.block = { height: blockHeight, hash: headerHash(header), header, signers: signersOf(record, reader, chain), transactions }
  return undefined
}

function stateValueOf({ store, questions: { key } }: Sight, answer: Answer): Found {
  if (key === undefined) return undefined
  const bytes = hexToBytes(key)
  const record = store.get(storedStateKey(bytes))
  const entries: readonly StateRecord[] = record === undefined ? [] : [{ key: bytes, value: record }]
  const [entry] = stateEntries(entries)
  answer.value = { key, value: entry === undefined ? undefined : bytesToHex(entry.value) }
  return undefined
}

function tipOf({ reader, chain }: Sight): Found {
  const tip = chain === undefined ? undefined : verifyTip(chain, reader, verifySignatureNative)
  return tip === undefined || tip.ok ? undefined : [tip.error]
}

/** The root is computed from the values; a start reads the pages of the tree, too. */
async function rootOf({ store }: Sight, answer: Answer): Promise<Found> {
  const { from, to } = STATE_TREE_RANGE
  for await (const page of pagesOf(store, storedStateKey(from), storedStateKey(to))) if (page.length === 0) break
  const computed = await computeStateRoot(store)
  const stored = answer.stateRoot?.stored
  if (stored === undefined) return undefined
  answer.stateRoot = { stored, computed }
  return computed === stored ? undefined : [storeDamaged(`the state has the root ${computed}, the head says ${stored}`)]
}

async function invariantsOf({ store, reader, chain, questions }: Sight, answer: Answer): Promise<Found> {
  if (chain === undefined) return undefined
  const { checked, problems } = await brokenInvariants(chain, store, reader, questions.ownModules ?? [])
  answer.invariants = checked
  return problems
}

/** Every block that is held, from the one after genesis on: its parent, its certificate, its place. Stops at the first that does not fit. */
function blocksOf({ reader, chain, questions }: Sight, answer: Answer): Found {
  const head = reader.head()
  if (head === undefined || chain === undefined) return undefined
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const signers = new EpochSigners(reader, chain)
  const earliest = reader.earliest()
  let parent = earliest === 0 ? reader.record(0)?.header : undefined
  if (earliest === 0 && parent === undefined) return [storeDamaged('block 0 is missing')]
  for (let height = Math.max(1, earliest); height <= head.height; height++) {
    const record = reader.record(height)
    const hash = record === undefined ? undefined : headerHash(record.header)
    if (record === undefined || (parent !== undefined && record.header.parent !== headerHash(parent))) {
      return [storeDamaged(`block ${height} is missing or is not the child of block ${height - 1}`)]
    }
    const certificate = record.certified?.certificate
    if (certificate === undefined || certificate.headerHash !== hash) return [storeDamaged(`block ${height} has no certificate of its own`)]
    const { epoch } = record.header
    const validators = signers.of(record.header)
    if (validators === undefined)
      return [storeDamaged(`the state does not have the validators of epoch ${epoch} that block ${height} names`)]
    const verified = verifyCommitCertificate(domain, validators, certificate, verifySignatureNative, { epoch })
    if (!verified.ok) return [storeDamaged(`the certificate of block ${height} does not verify: ${verified.error.message}`)]
    parent = record.header
    answer.verifiedBlocks = height - Math.max(1, earliest) + 1
    questions.onVerified?.(height, head.height)
  }
  return undefined
}
