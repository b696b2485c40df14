import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadModules } from '@hanse/node/folder'
import { CONFIG_FILE } from '@hanse/node/outside'
import { ok, type Result } from '@hanse/primitives'
import { describeModule } from '@hanse/protocol'
import { type Devnet, nodeHome, STATE_FILE } from './layout.ts'

export interface Installation {
  readonly devnet: Devnet
  /** Name, version and hash of what is new. */
  readonly modules: readonly string[]
}

/** Of the folders, those that a network does not have. */
export function newFolders({ state }: Devnet, folders: readonly string[]): readonly string[] {
  const known = state.modules ?? []
  return folders.map((folder) => resolve(folder)).filter((folder) => !known.includes(folder))
}

/**
 * Names more folders of modules in the configuration of every node, which reads it at its start. They do nothing until the members have
 * voted for them. Refusals are those of the loader, and then nothing is changed.
 */
export async function installModules(devnet: Devnet, added: readonly string[]): Promise<Result<Installation>> {
  const loaded = await loadModules(added)
  if (!loaded.ok) return loaded
  const modules = [...(devnet.state.modules ?? []), ...added]
  for (const { name } of devnet.nodes) {
    const file = join(nodeHome(devnet, name), CONFIG_FILE)
    await writeFile(file, withModules(await readFile(file, 'utf8'), modules))
  }
  const state = { ...devnet.state, modules }
  await writeFile(join(devnet.directory, STATE_FILE), `${JSON.stringify(state, null, 2)}\n`)
  const names = loaded.value.map(({ name, version, packageHash }) =>
    describeModule(packageHash === undefined ? { name, version } : { name, version, hash: packageHash }),
  )
  return ok({ devnet: { ...devnet, state }, modules: names })
}

/** The setting stands above the first table. */
function withModules(config: string, folders: readonly string[]): string {
  const line = `modules = ${JSON.stringify(folders)}`
  return /^modules = .*$/m.test(config) ? config.replace(/^modules = .*$/m, () => line) : `${line}\n${config}`
}
