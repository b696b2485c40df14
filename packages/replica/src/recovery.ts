import { type Role, recoverRole } from '@hanse/consensus'
import { verifyCommitCertificate, verifyTransaction } from '@hanse/crypto'
import { err, type Hash, type Hex, ok, type Rejection, type Result, reject, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asView,
  type Chain,
  type CommitCertificate,
  decodeTransaction,
  type Guard,
  guardCodec,
  type Header,
  headerHash,
  type LogRecord,
  logRecordCodec,
  type Transaction,
  type Verified,
  type VerifySignature,
  validatorSetHash,
} from '@hanse/protocol'
import { longestTimeToLiveMs, type RecentId, storedEpoch } from '@hanse/state'
import type { ChainReader } from './chain-store.ts'
import type { LoggedEntry } from './input.ts'

/** Headers whose hash chain is verified at every start, from the tip down. */
const TIP_CHAIN_HEADERS = 256
/** … the first of them in the whole blocks. */
const TIP_CHAIN_BLOCKS = 8

/** The verified end of a stored chain. */
export interface Tip {
  readonly header: Header
  readonly hash: Hash
  /** Absent at genesis. */
  readonly certificate?: CommitCertificate
}

/** For a store whose content is not what this node wrote. */
export function storeDamaged(message: string): Rejection {
  return reject('node/store-damaged', message, {
    hint:
      '`hanse node repair` keeps what is good of the store, sets the damaged one aside and touches neither "log" nor keys; what is missing ' +
      'the node fetches from its peers when it starts.',
  })
}

/** For a data folder that was made with another genesis file than the one at hand. */
export function wrongChain(genesisHash: Hex, chain: Chain): Rejection {
  return reject('node/wrong-chain', `the data folder is of the chain ${genesisHash}, the genesis file of ${chain.genesisHash}`, {
    hint: 'Take an untouched copy of the genesis file from another member: hanse genesis hash FILE. For another chain, another dataDir.',
  })
}

/**
 * Checks the head block, its certificate, and the hash chain below it. That the state has the header's root is checked by who can walk
 * the state. `node/store-damaged`, `node/wrong-chain`.
 */
export function verifyTip(chain: Chain, reader: ChainReader, verify: VerifySignature): Result<Tip> {
  const head = reader.head()
  const record = head === undefined ? undefined : reader.record(head.height)
  if (head === undefined || record === undefined) return err(storeDamaged('the head block is missing'))
  const { header, certified } = record
  if (headerHash(header) !== head.hash) return err(storeDamaged('the head block is not the one the head record names'))
  if (header.genesisHash !== chain.genesisHash) return err(wrongChain(header.genesisHash, chain))
  const broken = brokenLink(reader, header)
  if (broken !== undefined) return err(storeDamaged(`block ${broken} is missing or is not the parent of block ${broken + 1}`))
  if (head.height === 0) return ok({ header, hash: head.hash })
  const certificate = certified?.certificate
  if (certificate === undefined || certificate.headerHash !== head.hash)
    return err(storeDamaged('the head block has no certificate of its own'))
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const { epoch, height } = header
  const set = storedEpoch(reader.state, chain.genesis, epoch)
  if (set === undefined || validatorSetHash({ validators: set.validators }) !== header.validatorSetHash)
    return err(storeDamaged(`the validators of epoch ${epoch} in the state are not those that its headers name`))
  const verified = verifyCommitCertificate(domain, { validators: set.validators }, certificate, verify, { epoch, height })
  if (!verified.ok) return err(storeDamaged(`the certificate of the head does not verify: ${verified.error.message}`))
  return ok({ header, hash: head.hash, certificate })
}

/** The first height from the tip down that does not link. */
function brokenLink(reader: ChainReader, tip: Header): number | undefined {
  let child = tip
  const earliest = reader.earliest()
  for (let height = tip.height - 1; height >= 0 && height >= tip.height - TIP_CHAIN_HEADERS; height--) {
    const isWhole = height >= earliest && height >= tip.height - TIP_CHAIN_BLOCKS
    const parent = (isWhole ? reader.record(height) : reader.summary(height))?.header
    // A snapshot has headers below its blocks, pruning leaves none.
    if (parent === undefined && height < earliest) return undefined
    if (parent === undefined || headerHash(parent) !== child.parent) return height
    child = parent
  }
  return undefined
}

/**
 * Ids that were executed and could still come again: those of the last time-to-live. None lives longer than that after its block; which
 * of them have expired before is not worth the reading.
 */
export function recentIds(chain: Chain, reader: ChainReader, head: Header): readonly RecentId[] {
  const timeToLiveMsMax = longestTimeToLiveMs(reader.state, chain.genesis)
  const recent: RecentId[] = []
  for (let height: number = head.height; height > 0; height--) {
    const summary = reader.summary(height)
    const expiresAtMs = (summary?.header.timeMs ?? 0) + timeToLiveMsMax
    if (summary === undefined || expiresAtMs <= head.timeMs) break
    for (const id of summary.included) recent.push({ id, expiresAtMs })
  }
  return recent
}

/**
 * The records of a write-ahead log, decoded, without proposals up to the stored `head`: nobody asks for their bytes again. Transactions
 * are verified again. `node/log-damaged` for what is not ours.
 */
export function readLog(
  entries: Iterable<{ readonly position: number; readonly bytes: Uint8Array }>,
  head: number,
  verify: VerifySignature,
): Result<readonly LoggedEntry[]> {
  const log: LoggedEntry[] = []
  for (const { position, bytes } of entries) {
    const record = logRecordCodec.decode(bytes)
    if (!record.ok) return err(logFault(position, record.error))
    const transactions: Verified<Transaction>[] = []
    if (record.value.type === 'proposal' && record.value.body.height <= head) continue
    for (const raw of record.value.type === 'proposal' ? record.value.transactions : []) {
      const transaction = decodeTransaction(raw)
      const verified = transaction.ok ? verifyTransaction(transaction.value, verify) : transaction
      if (!verified.ok) return err(logFault(position, verified.error))
      transactions.push(verified.value)
    }
    log.push({ position, record: record.value, transactions })
  }
  return ok(log)
}

function logFault(position: number, cause: Rejection): Rejection {
  return reject('node/log-damaged', `record ${position} of the write-ahead log does not decode: ${cause.message}`, {
    hint: "Restore the log from this machine's disk, or rejoin with a new consensus key: a validator must not vote without its log.",
  })
}

/** What the guard file says, decoded. */
export function readGuard(
  content: { readonly type: 'absent' | 'damaged' } | { readonly type: 'value'; readonly bytes: Uint8Array },
): 'absent' | 'damaged' | Guard {
  if (content.type !== 'value') return content.type
  const guard = guardCodec.decode(content.bytes)
  return guard.ok ? guard.value : 'damaged'
}

/**
 * How a start of a validator may vote: `recoverRole`, for a guard of this chain. `consensus/guard-of-another-chain`: a key that went on
 * with another's would wait for a height that the other chain had.
 */
export function roleOnChain(chain: Chain, guard: 'absent' | 'damaged' | Guard, log: readonly LogRecord[]): Result<Role> {
  if (typeof guard === 'string' || guard.genesisHash === undefined || guard.genesisHash === chain.genesisHash)
    return recoverRole(guard, log)
  return err(
    reject('consensus/guard-of-another-chain', `the vote guard of this key is of the chain with genesis ${guard.genesisHash}`, {
      hint: 'A new chain needs a new home: `hanse node init` makes keys and guard. Or the genesis file is not the one this key belongs to.',
    }),
  )
}

/** The guard of a key that has promised nothing. It is written when the key is made, so that a missing guard always means a lost one. */
export const INITIAL_GUARD: Guard = { epoch: asEpoch(0), view: asView(0), height: asHeight(0), lastVote: ZERO_HASH }
