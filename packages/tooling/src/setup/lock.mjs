import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetupError } from './setup-error.mjs'

const RETRY_INTERVAL_MS = 100
const NOTICE_AFTER_MS = 2_000
const WAIT_MAX_MS = 15 * 60 * 1_000
/** How long a lock may stand without its owner's process id, which is written right after the folder is made. */
const UNNAMED_MAX_MS = 5_000

/**
 * Runs `work` while holding the folder `path` as a lock, so that two commands started at once do not set up at once.
 * A lock whose owner is dead is taken over.
 */
export async function withLock(path, work) {
  await acquire(path)
  const release = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

async function acquire(path) {
  const startedAtMs = Date.now()
  let noticed = false
  while (!tryAcquire(path)) {
    const owner = ownerOf(path)
    if (owner.isDead) {
      takeAway(path)
      await sleep(RETRY_INTERVAL_MS / 10)
      continue
    }
    const waitedMs = Date.now() - startedAtMs
    if (waitedMs > WAIT_MAX_MS) throw new SetupError(`process ${owner.id} has been setting up for too long`, `stop it, or remove ${path}`)
    if (waitedMs > NOTICE_AFTER_MS && !noticed) process.stderr.write(` … waiting for the set-up of process ${owner.id}\n`)
    noticed ||= waitedMs > NOTICE_AFTER_MS
    await sleep(RETRY_INTERVAL_MS)
  }
}

function tryAcquire(path) {
  mkdirSync(dirname(path), { recursive: true })
  if (!makeFolder(path)) return false
  writeFileSync(join(path, 'pid'), String(process.pid))
  return true
}

function makeFolder(path) {
  try {
    mkdirSync(path)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function ownerOf(path) {
  const id = readIfPresent(() => readFileSync(join(path, 'pid'), 'utf8'))
  return id ? { id, isDead: !isAlive(Number(id)) } : { id: undefined, isDead: isOld(path) }
}

function isOld(path) {
  const madeAtMs = readIfPresent(() => statSync(path).mtimeMs)
  return madeAtMs !== undefined && Date.now() - madeAtMs > UNNAMED_MAX_MS
}

/** One waiter at a time looks again and removes, so that none removes the lock which another has just made. */
function takeAway(path) {
  const guard = `${path}.takeover`
  if (!makeFolder(guard)) {
    if (isOld(guard)) rmSync(guard, { recursive: true, force: true })
    return
  }
  try {
    if (ownerOf(path).isDead) rmSync(path, { recursive: true, force: true })
  } finally {
    rmSync(guard, { recursive: true, force: true })
  }
}

function isAlive(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readIfPresent(read) {
  try {
    return read()
  } catch {
    return undefined
  }
}
