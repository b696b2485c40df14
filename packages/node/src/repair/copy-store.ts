import { sha256Native } from '@hanse/crypto-native'
import { type Store, StoreFailure } from '@hanse/ports'
import type { Hash } from '@hanse/primitives'
import { headerHash } from '@hanse/protocol'
import {
  boundsWrites,
  type ChainWrite,
  EPOCH_ENDS_RANGE,
  KEPT_RANGE,
  recordWrites,
  restoredSummaries,
  stateKeyOfStored,
  storedStateKey,
} from '@hanse/replica'
import { STATE_VALUES_RANGE, StateRebuilder } from '@hanse/state'
import { pagesOf } from '../store-range.ts'
import type { OldStore } from './old-store.ts'
import { WriteBuffer } from './write-buffer.ts'

export interface CopiedStore {
  readonly height: number
  /** Blocks that the old store does not have whole: the node fetches them from its peers while it runs. */
  readonly missing: readonly number[]
}

/**
 * Copies values and blocks, and makes all else from them anew: the tree of the state, summaries, heights of hashes and transactions.
 * Undefined where the values are not those of the head, or cannot be read.
 */
export async function copyStore(
  old: OldStore,
  into: Store,
  onCopied: (height: number, head: number) => void,
): Promise<CopiedStore | undefined> {
  const tip = old.head === undefined ? undefined : old.block(old.head)
  if (old.head === undefined || tip === undefined || !isNamedByHead(old, headerHash(tip.header))) return undefined
  const buffer = new WriteBuffer(into)
  if (!(await copyState(old, buffer, tip.header))) return undefined
  const earliest = await copyBelow(old, buffer)
  if (earliest === undefined) return undefined
  const missing: number[] = []
  for (let height = earliest; height <= old.head; height++) {
    const record = old.block(height)
    if (record === undefined) missing.push(height)
    await buffer.add(record === undefined ? restoredSummaries(old.summary(height)) : recordWrites(record))
    onCopied(height, old.head)
  }
  await copyKept(old, buffer)
  await buffer.finish(boundsWrites(tip, earliest))
  return { height: old.head, missing }
}

/** What proves who signed what, as far as it can be read: nobody believes it unverified. Last, because damage ends what can be read. */
export async function copyKept(old: OldStore, buffer: WriteBuffer): Promise<void> {
  try {
    for await (const page of pagesOf(old.store, KEPT_RANGE.from, KEPT_RANGE.to)) await buffer.add(page)
  } catch (error) {
    if (!(error instanceof StoreFailure) || error.code === 'storage/io') throw error
  }
}

/** What a chain has below its earliest block, where it does not begin with genesis: ends of epochs, and some summaries. */
async function copyBelow(old: OldStore, buffer: WriteBuffer): Promise<number | undefined> {
  try {
    const earliest = old.reader.earliest()
    for await (const page of pagesOf(old.store, EPOCH_ENDS_RANGE.from, EPOCH_ENDS_RANGE.to)) await buffer.add(page)
    for (let height = earliest - 1; height >= 0; height--) {
      const summaries = old.summary(height)
      if (summaries.length === 0) break
      await buffer.add(restoredSummaries(summaries))
    }
    return earliest
  } catch (error) {
    if (error instanceof StoreFailure && error.code !== 'storage/io') return undefined
    throw error
  }
}

function isNamedByHead({ reader }: OldStore, hash: Hash): boolean {
  return reader.head()?.hash === hash
}

async function copyState(
  old: OldStore,
  buffer: WriteBuffer,
  header: { readonly height: number; readonly stateRoot: Hash },
): Promise<boolean> {
  const rebuilder = new StateRebuilder(header.height, sha256Native)
  const stored = ({ key, value }: { readonly key: Uint8Array; readonly value: Uint8Array }): ChainWrite => ({
    key: storedStateKey(key),
    value,
  })
  try {
    const { from, to } = STATE_VALUES_RANGE
    for await (const page of pagesOf(old.store, storedStateKey(from), storedStateKey(to))) {
      const records = page.map(({ key, value }) => ({ key: stateKeyOfStored(key), value }))
      await buffer.add(rebuilder.add(records).map(stored))
    }
  } catch (error) {
    if (error instanceof StoreFailure && error.code !== 'storage/io') return false
    throw error
  }
  if (rebuilder.root() !== header.stateRoot) return false
  for (const record of rebuilder.records()) await buffer.add([stored(record)])
  return true
}
