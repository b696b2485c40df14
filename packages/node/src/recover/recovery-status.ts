import { readKeystoreInfo } from '@hanse/crypto-native'
import { bytesToHex, type Hash, type Result } from '@hanse/primitives'
import { epochAfter, type Guard, type LogRecord, logRecordCodec, quorumSize, RECOVERY_EPOCHS_MIN } from '@hanse/protocol'
import { guardForRecovery, placeOf, readGuard, recoverEpoch, roleOnChain } from '@hanse/replica'
import { inspectGuard, inspectLog, type LogInspection } from '@hanse/storage'
import { dataPaths, guardPath } from '../node-files.ts'
import { refusalOf } from '../snapshot/refused.ts'
import { type StoppedChain, withStoppedChain } from './stopped-chain.ts'

/** What a node knows that matters to a recovery, as long as it does not run. */
export interface RecoveryStatus {
  readonly head: { readonly height: number; readonly hash: Hash; readonly timeMs: number }
  /** Of the block above the head, and the one that a recovery begins unless an earlier statement was given up. */
  readonly epoch: number
  readonly nextEpoch: number
  readonly validators: number
  readonly quorum: number
  /** Whose key the node has among those who decide above the head; absent for an observer. */
  readonly organization?: string
  readonly guard: 'absent' | 'damaged' | Pick<Guard, 'epoch' | 'view' | 'height'>
  readonly log: LogStatus
  /** How a start would vote; absent where the guard does not let it start, and for an observer. */
  readonly start?: 'validator' | 'recovering'
  /** The epoch of a recovery from this head that the key has signed for. */
  readonly signedEpoch?: number
  /** What the key has voted on lies so high that the node had final blocks, up to this height at least, which it has no more. */
  readonly lostUpTo?: number
}

export interface LogStatus {
  readonly state: 'whole' | 'empty' | 'damaged'
  /** Final blocks that it has and the store has not: the next start stores them. */
  readonly finalHeight?: number
  /** This validator has given its Commit for a block above the head: somebody may have it final. */
  readonly committedHeight?: number
}

/** Of a stopped node: `storage/locked` says that one runs. */
export async function recoveryStatus(home: string): Promise<Result<RecoveryStatus>> {
  return await refusalOf(async () => await withStoppedChain(home, statusOf))
}

async function statusOf({ chain, config, ledger }: StoppedChain): Promise<RecoveryStatus> {
  const { header, hash } = ledger.head
  const { validators } = ledger.validators
  const { height, timeMs } = header
  const epoch = epochAfter(header)
  const guard = readGuard(await inspectGuard(guardPath(config)))
  const key = config.keys.consensus === undefined ? undefined : await readKeystoreInfo(config.keys.consensus)
  const place = key?.ok === true ? placeOf(bytesToHex(key.value.publicKey), { validators }) : undefined
  const known = typeof guard === 'string' ? undefined : guard
  const signed = known !== undefined && known.epoch > epoch ? recoverEpoch(ledger, known.epoch) : undefined
  const isSigned = known !== undefined && signed?.ok === true && guardForRecovery(known, signed.value).ok
  const lostUpTo = known === undefined ? 0 : lostHeight(known, ledger.paramsAt(height + 1).window)
  const found = await inspectLog(dataPaths(config.dataDir).log)
  const records = recordsOf(found)
  const role = place === undefined ? undefined : roleOnChain(chain, guard, records)
  return {
    head: { height, hash, timeMs },
    epoch,
    nextEpoch: epoch + RECOVERY_EPOCHS_MIN,
    validators: validators.length,
    quorum: quorumSize(validators.length),
    ...(place === undefined ? {} : { organization: validators[place]?.organization ?? '' }),
    guard: known === undefined ? (guard as 'absent' | 'damaged') : { epoch: known.epoch, view: known.view, height: known.height },
    log: logStatus(found, height),
    ...(role?.ok === true ? { start: role.value.type === 'validator' ? 'validator' : 'recovering' } : {}),
    ...(isSigned ? { signedEpoch: known.epoch } : {}),
    ...(lostUpTo > height ? { lostUpTo } : {}),
  }
}

/** A vote lies inside the window above a final head. */
export function lostHeight({ height }: Pick<Guard, 'height'>, window: number): number {
  return height - window
}

/** What the log of a stopped node says beyond its store, whose head is `head`. */
export function logStatus(found: LogInspection, head: number): LogStatus {
  const records = recordsOf(found)
  const isDamaged = found.problems.length > 0 || records.length < found.entries.length
  const heights = (type: 'committed' | 'commit'): number =>
    Math.max(0, ...records.map((record) => (record.type === type ? record.height : 0)))
  const [finalHeight, committedHeight] = [heights('committed'), heights('commit')]
  return {
    state: isDamaged ? 'damaged' : records.length === 0 ? 'empty' : 'whole',
    ...(finalHeight > head ? { finalHeight } : {}),
    ...(committedHeight > head ? { committedHeight } : {}),
  }
}

function recordsOf({ entries }: LogInspection): readonly LogRecord[] {
  return entries.flatMap(({ bytes }) => {
    const record = logRecordCodec.decode(bytes)
    return record.ok ? [record.value] : []
  })
}
