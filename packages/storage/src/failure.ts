import { StoreFailure } from '@hanse/ports'
import { InvariantError } from '@hanse/primitives'

const IO_HINT = 'the outcome is unknown: end the process, look at free space and disk health, then start again'
const ACCESS_HINT = 'this user may not: make folder and files its own, as `hanse doctor` says, then start again'
const NO_SPACE_HINT = 'the disk or its quota is full: end the process, free some space, then start again'
const STORE_HINT =
  'nothing was repaired: `hanse node repair` keeps what is good of the store and sets the damaged one aside; what is missing the node ' +
  'will sync again from its peers'
const LOG_HINT =
  'nothing was repaired: move the log aside and start again. The guard file then keeps this validator from voting until it has ' +
  'caught up with the others; never remove the guard file as well'
const SLOTS_HINT = 'nothing was overwritten: restore the file from a backup, or remove it if what it protects from is ruled out otherwise'

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Wraps whatever an operating system call threw. A StoreFailure and a broken invariant pass through. */
export function toStoreFailure(action: string, cause: unknown): StoreFailure {
  if (cause instanceof StoreFailure) return cause
  if (cause instanceof InvariantError) throw cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  // LevelDB's word for a block or a table that is not what was written: no disk to wait for, and no start mends it.
  if (/^Corruption: /.test(reason)) return storeDamaged(`${action}: ${reason}`, cause)
  return new StoreFailure('storage/io', `${action}: ${reason}`, ioHint(errorCode(cause), reason), { cause })
}

function ioHint(code: string | undefined, reason: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left/i.test(reason)) return NO_SPACE_HINT
  return code === 'EACCES' || code === 'EPERM' ? ACCESS_HINT : IO_HINT
}

export function lockedFailure(directory: string, cause?: unknown): StoreFailure {
  return new StoreFailure(
    'storage/locked',
    `${directory} is in use`,
    'another process has this directory open: stop it, or give this one a directory of its own',
    cause === undefined ? {} : { cause },
  )
}

export function closedFailure(): StoreFailure {
  return new StoreFailure('storage/closed', 'used after close', 'a defect of the caller: close storage last')
}

/** What was once acknowledged is missing or wrong. Nothing is repaired, because nobody knows what it was. */
export function storeDamaged(message: string, cause?: unknown): StoreFailure {
  return new StoreFailure('storage/damaged', message, STORE_HINT, cause === undefined ? {} : { cause })
}

export function logDamaged(message: string): StoreFailure {
  return new StoreFailure('storage/log-damaged', message, LOG_HINT)
}

export function checksumFailure(message: string): StoreFailure {
  return new StoreFailure('storage/checksum', message, STORE_HINT)
}

export function slotsDamaged(path: string): StoreFailure {
  return new StoreFailure('storage/checksum', `${path}: neither slot passes its checksum`, SLOTS_HINT)
}

export function formatFailure(message: string, hint: string): StoreFailure {
  return new StoreFailure('storage/format', message, hint)
}

/** Nothing is migrated in place: the release that can read a folder is the one that wrote it, or one that its notes name. */
export function otherFormat(what: string, found: number, known: number): StoreFailure {
  const [age, way] =
    found > known
      ? ['newer', 'run the release that wrote it, or a later one: an older release must not touch it']
      : ['older', 'run the release that wrote it, or follow the upgrade notes of this one']
  return formatFailure(`${what} has format ${found}, ${age} than format ${known} of this release`, way)
}

export function isNotFound(error: unknown): boolean {
  return errorCode(error) === 'ENOENT'
}
