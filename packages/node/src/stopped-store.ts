import { stat } from 'node:fs/promises'
import type { Store } from '@hanse/ports'
import { type Rejection, reject } from '@hanse/primitives'
import { isStoreThere, openLevelStore } from '@hanse/storage'
import type { NodeConfig } from './config.ts'
import { dataPaths } from './node-files.ts'
import { Refused, refuse } from './snapshot/refused.ts'

/** Who opens a store writes files of its own there, which another user's node could not write to any more. */
export async function refuseOthers(directory: string): Promise<Rejection | undefined> {
  const { uid } = await stat(directory)
  const own = process.getuid?.()
  if (own === undefined || own === uid) return undefined
  const hint = `Run the command as the user of the node: sudo -u '#${uid}' …`
  return reject('node/other-user', `${directory} belongs to user ${uid}, and this is user ${own}`, { hint })
}

/**
 * Works with the store of a node that does not run, and closes it. `node/no-blocks`, `node/other-user`. @throws Refused, and what the
 * store throws: `storage/locked` says that the node runs
 */
export async function withStoppedStore<T>(config: Pick<NodeConfig, 'dataDir' | 'store'>, work: (store: Store) => Promise<T>): Promise<T> {
  const directory = dataPaths(config.dataDir).store
  if (!(await isStoreThere(directory)))
    refuse('node/no-blocks', `there are no blocks in ${directory}`, 'A node that has run has some. Is this its folder?')
  const other = await refuseOthers(directory)
  if (other !== undefined) throw new Refused(other)
  const store = await openLevelStore({ directory, cacheBytes: config.store.cacheBytes })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
