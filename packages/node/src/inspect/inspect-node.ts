import { join } from 'node:path'
import type { Rejection } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { GUARD_FORMAT, LOG_FORMAT, STORE_FORMAT } from '@hanse/storage'
import { CONFIG_FILE, readNodeConfig } from '../config.ts'
import { readGenesis } from '../home.ts'
import { dataPaths, guardPath, indexDirectoryOf } from '../node-files.ts'
import { type IndexSummary, summarizeIndex } from './inspect-index.ts'
import { type GuardSummary, type LogSummary, summarizeGuard, summarizeLog } from './inspect-log.ts'
import { type StoreQuestions, type StoreSummary, summarizeStore } from './inspect-store.ts'

/** What a node's folder holds, as far as it can be read. */
export interface Inspection {
  readonly home: string
  /** Formats that this release reads. */
  readonly formats: { readonly store: number; readonly log: number; readonly guard: number }
  readonly chain?: { readonly name: string; readonly chainId: number; readonly genesisHash: string }
  readonly store?: StoreSummary
  readonly log?: LogSummary
  readonly guard?: GuardSummary
  readonly index?: IndexSummary
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
  const store = await summarizeStore(paths.store, known, { ...questions, ownModules: config.value.modules })
  const { summary: log, found } = await summarizeLog(paths.log, known)
  const guard = await summarizeGuard(guardPath(config.value), known, found)
  const isHeld = store.problems.some(({ code }) => code === 'storage/locked')
  const index = isHeld ? undefined : await summarizeIndex(indexDirectoryOf(config.value), known)
  const isVoting = config.value.keys.consensus !== undefined
  return {
    home,
    formats,
    ...(known === undefined ? {} : { chain: { name: known.genesis.name, chainId: known.genesis.chainId, genesisHash: known.genesisHash } }),
    store,
    log,
    ...(isVoting ? { guard } : {}),
    ...(index === undefined ? {} : { index }),
    problems: [
      ...(chain.ok ? [] : [chain.error]),
      ...store.problems,
      ...log.problems,
      ...(isVoting ? guard.problems : []),
      ...(index?.problems ?? []),
    ],
  }
}
