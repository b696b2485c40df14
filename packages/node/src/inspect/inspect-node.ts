import { join } from 'node:path'
import type { Rejection } from '@hanse/primitives'
import { type Chain, NO_VOTED_MODULES } from '@hanse/protocol'
import { wrongChain } from '@hanse/replica'
import { GUARD_FORMAT, inspectLog, LOG_FORMAT, STORE_FORMAT } from '@hanse/storage'
import { readNodeConfig } from '../config.ts'
import { CONFIG_FILE } from '../config-file.ts'
import { readGenesis } from '../home.ts'
import { dataPaths, guardPath, indexDirectoryOf } from '../node-files.ts'
import { type ModuleOnChain, modulesOnChain } from '../own-modules/installed-modules.ts'
import { loadWhatLoads, type OwnModules } from '../own-modules/load-module.ts'
import { type IndexSummary, summarizeIndex } from './inspect-index.ts'
import { type GuardSummary, genesisHashOfLog, type LogSummary, summarizeGuard, summarizeLog } from './inspect-log.ts'
import { type StoreQuestions, type StoreSummary, summarizeStore } from './inspect-store.ts'

/** What a node's folder holds, as far as it can be read. */
export interface Inspection {
  readonly home: string
  /** Formats that this release reads. */
  readonly formats: { readonly store: number; readonly log: number; readonly guard: number }
  readonly chain?: { readonly name: string; readonly chainId: number; readonly genesisHash: string }
  /** The folder was made with another genesis file. */
  readonly wrongChain?: Rejection
  readonly store?: StoreSummary
  readonly log?: LogSummary
  readonly guard?: GuardSummary
  readonly index?: IndexSummary
  /** In force at the head of the store, or from genesis on where there is none yet, and what votes bring. */
  readonly modules?: readonly ModuleOnChain[]
  /** Of everything, in the order in which it was looked at; empty where all is well. */
  readonly problems: readonly Rejection[]
}

/** Looks at the folder of a node that does not run. Never throws for what is in it: what cannot be read is a problem in the answer. */
export async function inspectNode(home: string, questions: StoreQuestions = { count: true }): Promise<Inspection> {
  const formats = { store: STORE_FORMAT, log: LOG_FORMAT, guard: GUARD_FORMAT }
  const config = await readNodeConfig(join(home, CONFIG_FILE))
  if (!config.ok) return { home, formats, problems: [config.error] }
  const chain = await readGenesis(config.value.genesis)
  const known: Chain | undefined = chain.ok ? chain.value : undefined
  const paths = dataPaths(config.value.dataDir)
  const installed = await loadWhatLoads(config.value.modules)
  const store = await summarizeStore(paths.store, known, { ...questions, ownModules: installed.modules })
  const found = await inspectLog(paths.log)
  const made = store.genesisHash ?? genesisHashOfLog(found)
  const other = known === undefined || made === undefined || made === known.genesisHash ? undefined : wrongChain(made, known)
  // What another genesis file says of a folder is wrong of all that is in it: one problem, not five.
  const own = other === undefined ? known : undefined
  const log = summarizeLog(paths.log, found, own)
  const guard = await summarizeGuard(guardPath(config.value), own, found)
  const isHeld = store.problems.some(({ code }) => code === 'storage/locked')
  const index = isHeld ? undefined : await summarizeIndex(indexDirectoryOf(config.value), own)
  const modules = own === undefined ? undefined : modulesIn(own, store, installed)
  const isVoting = config.value.keys.consensus !== undefined
  return {
    home,
    formats,
    ...(known === undefined ? {} : { chain: { name: known.genesis.name, chainId: known.genesis.chainId, genesisHash: known.genesisHash } }),
    ...(other === undefined ? {} : { wrongChain: other }),
    store,
    log,
    ...(isVoting ? { guard } : {}),
    ...(index === undefined ? {} : { index }),
    ...(modules === undefined ? {} : { modules }),
    problems: [
      ...(chain.ok ? [] : [chain.error]),
      ...(other === undefined ? [] : [other]),
      ...installed.problems,
      ...(modules ?? []).flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
      ...store.problems,
      ...log.problems,
      ...(isVoting ? guard.problems : []),
      ...(index?.problems ?? []),
    ],
  }
}

/** Undefined where the store cannot be read: what votes have made of the modules is in it. */
function modulesIn({ genesis }: Chain, { exists, voted, head }: StoreSummary, own: OwnModules): readonly ModuleOnChain[] | undefined {
  if (voted === undefined && (exists || head !== undefined)) return undefined
  return modulesOnChain(genesis.modules, voted ?? NO_VOTED_MODULES, own.modules)
}
