import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Store, StoreFailure } from '@hanse/ports'
import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import type { InstalledModule } from '@hanse/state'
import { lockDirectory, openLevelStore } from '@hanse/storage'
import { type NodeConfig, readNodeConfig } from '../config.ts'
import { CONFIG_FILE } from '../config-file.ts'
import { readGenesis } from '../home.ts'
import { summarizeStore } from '../inspect/inspect-store.ts'
import { toProblem } from '../inspect/problem.ts'
import { dataPaths } from '../node-files.ts'
import { openChain } from '../open-chain.ts'
import { loadWhatLoads } from '../own-modules/load-module.ts'
import { SILENT } from '../silent-logger.ts'
import { freeBytesAt, spaceFault } from '../snapshot/folder-files.ts'
import { refuseOthers } from '../stopped-store.ts'
import { copyStore } from './copy-store.ts'
import { OldStore } from './old-store.ts'
import { replayStore } from './replay-store.ts'
import { setAside } from './set-aside.ts'

export interface RepairReport {
  /**
   * `sound`: nothing was wrong, nothing was touched. `copied`: the values were sound, all else was made from them and the blocks.
   * `replayed`: the blocks were executed again, as far as they are whole. `set-aside`: nothing could be saved.
   */
  readonly outcome: 'sound' | 'copied' | 'replayed' | 'set-aside'
  /** Of the store that the next start finds; absent where it makes one anew. */
  readonly height?: number
  /** What the damaged store's head said, where that could be read. */
  readonly headBefore?: number
  /** Blocks below the height that the node fetches from its peers while it runs. */
  readonly missing: number
  /** Where the damaged store is now. */
  readonly setAside?: string
  /** What was found. */
  readonly problems: readonly Rejection[]
  readonly elapsedMs: number
}

type OnProgress = (what: string, done: number, total: number) => void

export interface RepairComponents {
  readonly onProgress?: OnProgress
  /** Bytes that are left on the disk of a folder. */
  readonly freeBytes?: (folder: string) => Promise<number>
}

/** What is wrong with a folder, and not with the disk below it: saved what can be, and set aside. */
const REPAIRABLE: ReadonlySet<string> = new Set(['storage/damaged', 'storage/checksum', 'node/store-damaged'])

const STOP_HINT = 'Stop the node of this folder, then run it again.'

/**
 * Repairs the store of a stopped node. What is whole is saved into a new store, from which nothing is believed that a certificate or a
 * state root does not prove; the damaged store is set aside, never deleted; log, guard and keys are left alone. `storage/locked` where the
 * node runs, `repair/no-space` where the new store has no room beside the damaged one.
 */
export async function repair(
  home: string,
  { onProgress = () => undefined, freeBytes = freeBytesAt }: RepairComponents = {},
): Promise<Result<RepairReport>> {
  const startedMs = performance.now()
  const config = await readNodeConfig(join(home, CONFIG_FILE))
  if (!config.ok) return config
  const chain = await readGenesis(config.value.genesis)
  if (!chain.ok) return chain
  const paths = dataPaths(config.value.dataDir)
  if (!existsSync(paths.store) || (await readdir(paths.store)).length === 0) {
    return err(
      reject('node/no-blocks', `there is no store in ${paths.store}`, { hint: 'A node that has run has one. Is this its folder?' }),
    )
  }
  const other = await refuseOthers(paths.store)
  if (other !== undefined) return err(other)
  try {
    await mkdir(paths.log, { recursive: true, mode: 0o700 })
    const lock = await lockDirectory(join(paths.log, 'lock'))
    try {
      const { modules } = await loadWhatLoads(config.value.modules)
      const report = await repairStore({
        directory: paths.store,
        chain: chain.value,
        config: config.value,
        own: modules,
        onProgress,
        freeBytes,
      })
      return report.ok ? ok({ ...report.value, elapsedMs: performance.now() - startedMs }) : report
    } finally {
      await lock.release()
    }
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    return err(reject(error.code, error.message, { hint: error.code === 'storage/locked' ? STOP_HINT : error.hint }))
  }
}

interface Job {
  readonly directory: string
  readonly chain: Chain
  readonly config: NodeConfig
  readonly own: readonly InstalledModule[]
  readonly onProgress: OnProgress
  readonly freeBytes: NonNullable<RepairComponents['freeBytes']>
}

async function repairStore(job: Job): Promise<Result<Omit<RepairReport, 'elapsedMs'>>> {
  const { directory, chain, own, onProgress } = job
  const onVerified = (done: number, total: number): void => onProgress('verifying blocks', done, total)
  const { problems } = await summarizeStore(directory, chain, { count: true, verify: 'all', ownModules: own, onVerified })
  if (problems.length === 0) return ok({ outcome: 'sound', missing: 0, problems })
  const hindrance = problems.find(({ code }) => !REPAIRABLE.has(code))
  if (hindrance !== undefined) return err(hindrance)
  const full = await noSpace(job)
  if (full !== undefined) return err(full)
  const saved = await save(job)
  const aside = await setAside(directory)
  if (saved.height !== undefined) await rename(newDirectory(directory), directory)
  await syncDirectory(dirname(directory))
  return ok({ ...saved, setAside: aside, problems })
}

/** Before anything is written: a repair that stops half way for want of room would have to be begun again. */
async function noSpace({ directory, freeBytes }: Job): Promise<Rejection | undefined> {
  const left = newDirectory(directory)
  // What an interrupted repair has left is deleted first.
  const sizes = await Promise.all([sizeOf(directory), existsSync(left) ? sizeOf(left) : 0])
  const parent = dirname(directory)
  const fault = spaceFault(parent, (await freeBytes(parent)) + sizes[1], sizes[0])
  if (fault === undefined) return undefined
  const hint = 'A repair needs the space of a second store until it is done: free some, or move dataDir to a larger disk.'
  return reject('repair/no-space', fault, { hint })
}

async function sizeOf(directory: string): Promise<number> {
  const names = await readdir(directory)
  const files = await Promise.all(names.map((name) => stat(join(directory, name))))
  return files.reduce((total, { size }) => total + size, 0)
}

/** Ours, and worth nothing before it is whole. */
function newDirectory(directory: string): string {
  return `${directory}.repaired`
}

type Saved = Pick<RepairReport, 'outcome' | 'height' | 'headBefore' | 'missing'>

async function save(job: Job): Promise<Saved> {
  const nothing: Saved = { outcome: 'set-aside', missing: 0 }
  const copied = await withStores(job, async (old, into) => {
    const copy = await copyStore(old, into, (height, head) => job.onProgress('copying blocks', height, head))
    return copy === undefined ? undefined : { outcome: 'copied', height: copy.height, missing: copy.missing.length, ...headOf(old) }
  })
  if (copied !== undefined && (await opens(job))) return copied
  const replayed = await withStores(job, async (old, into) => {
    const { chain, own, onProgress } = job
    const height = await replayStore(old, into, chain, own, (done, head) => onProgress('executing blocks', done, head))
    return height === undefined || height === 0
      ? { ...nothing, ...headOf(old) }
      : { outcome: 'replayed', height, missing: 0, ...headOf(old) }
  })
  return replayed?.height !== undefined && (await opens(job)) ? replayed : { ...nothing, ...headOf(replayed) }
}

function headOf(old: { readonly head?: number | undefined; readonly headBefore?: number } | undefined): Pick<RepairReport, 'headBefore'> {
  const head = old?.head ?? old?.headBefore
  return head === undefined ? {} : { headBefore: head }
}

/** Undefined where the damaged store does not open at all. */
async function withStores(
  { directory, config: { store } }: Job,
  work: (old: OldStore, into: Store) => Promise<Saved | undefined>,
): Promise<Saved | undefined> {
  await rm(newDirectory(directory), { recursive: true, force: true })
  const old = await openDamaged(directory)
  if (old === undefined) return undefined
  try {
    const into = await openLevelStore({ directory: newDirectory(directory), cacheBytes: store.cacheBytes })
    try {
      return await work(new OldStore(old), into)
    } finally {
      await into.close()
    }
  } finally {
    await old.close()
  }
}

async function openDamaged(directory: string): Promise<Store | undefined> {
  try {
    return await openLevelStore({ directory, acceptLostEnd: true })
  } catch (error) {
    if (error instanceof StoreFailure && REPAIRABLE.has(error.code)) return undefined
    throw error
  }
}

/** The new store is verified as by a start. */
async function opens({ directory, chain, config, own }: Job): Promise<boolean> {
  const store = await openLevelStore({ directory: newDirectory(directory) })
  try {
    return (await openChain(chain, store, config, SILENT, { own })).ok
  } catch (error) {
    if (REPAIRABLE.has(toProblem(error).code)) return false
    throw error
  } finally {
    await store.close()
  }
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
