import type { Result } from '@hanse/primitives'
import { backupsPath } from '../node-files.ts'
import type { MakingOptions } from '../snapshot/create-snapshot.ts'
import { openHome } from '../snapshot/home-snapshot.ts'
import { refusalOf } from '../snapshot/refused.ts'
import { withStoppedStore } from '../stopped-store.ts'
import { type BackupMade, createBackup } from './create-backup.ts'

/** Of a stopped node: `storage/locked` says that one runs. */
export async function backupHome(home: string, keys: boolean, options: MakingOptions = {}): Promise<Result<BackupMade>> {
  return await refusalOf(async () => {
    const { config, chain } = await openHome(home)
    return await withStoppedStore(config, async (store) => {
      const sizeBytes = await store.sizeBytes()
      return await createBackup({ home, config, chain, view: store.view(), sizeBytes, parent: backupsPath(config), keys }, options)
    })
  })
}
