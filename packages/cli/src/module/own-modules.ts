import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_FILE } from '@hanse/node/outside'
import type { InstalledModule } from '@hanse/state'
import { orThrow } from '../cli-error.ts'

/** Modules of one's own: those in the folders given, else those that the node of `home` is configured with. */
export async function ownModules(folders: readonly string[], home: string): Promise<readonly InstalledModule[]> {
  const path = join(home, CONFIG_FILE)
  if (folders.length === 0 && !existsSync(path)) return []
  const { loadModules, readNodeConfig } = await import('@hanse/node/folder')
  if (folders.length > 0) return orThrow(await loadModules(folders))
  const config = await readNodeConfig(path)
  // Whatever is wrong with it is no matter of this command.
  return config.ok ? orThrow(await loadModules(config.value.modules)) : []
}
