import type { Event } from '@hanse/protocol'
import type { ModuleFault } from '../ledger.ts'
import type { BlockContext, InstalledModule, StateWriter } from '../module.ts'
import { messageOf, moduleError, runModule } from './guarded.ts'
import { LimitFault } from './limit-fault.ts'
import { ModuleState } from './module-state.ts'
import type { Registry } from './registry.ts'
import { STEP_LIMITS, WriteSet } from './write-set.ts'

/** What modules do at the start and at the end of a block goes into this. */
export interface BlockStep {
  readonly block: BlockContext
  readonly writes: WriteSet
  readonly events: Event[]
  readonly moduleFaults: ModuleFault[]
}

/**
 * Runs a module's code that no transaction owns. What a module of the software throws stops the node. One of a consortium's own must not stop
 * the chain: it runs on writes and events of its own, which are dropped when it throws, on every node alike.
 */
export function runInBlock(
  { writes, events, moduleFaults }: BlockStep,
  registry: Registry,
  { name, packageHash }: InstalledModule,
  hook: 'atBlock' | 'onActivation' | 'onRefusals',
  body: (state: StateWriter) => void,
): void {
  const place = `${name}.${hook}`
  const writable = registry.writableBy(name)
  if (packageHash === undefined) {
    runModule(place, () => body(new ModuleState(name, writable, writes, events)))
    return
  }
  const own = new WriteSet(writes, STEP_LIMITS)
  const ownEvents = [...events]
  try {
    body(new ModuleState(name, writable, own, ownEvents))
    own.checkReads()
    if (!writes.takeOverIfRoom(own)) throw new LimitFault('tx/block-full', 'the block has no room for what it writes')
  } catch (error) {
    moduleFaults.push({ message: `${place}: ${messageOf(moduleError(place, own, error))}` })
    return
  }
  events.push(...ownEvents.slice(events.length))
}
