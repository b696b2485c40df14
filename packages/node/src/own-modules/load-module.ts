import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import type { InstalledModule, Module } from '@hanse/state'
import { moduleFault } from './module-shape.ts'
import { type ModulePackage, pathInPackage, readModulePackage } from './package-files.ts'

/** What a module may import beside its own files: this software's, so that both mean the same by a codec and a state. */
const MODULE_IMPORTS: ReadonlySet<string> = new Set(['@hanse/primitives', '@hanse/protocol', '@hanse/state', '@hanse/modules'])

/** Packages that are loaded, by their folder. */
const loaded = new Map<string, ModulePackage>()
let isHooked = false

class ForeignImport extends Error {
  override readonly name = 'ForeignImport'
}

function packageOf(parentUrl: string | undefined): ModulePackage | undefined {
  if (parentUrl === undefined || !parentUrl.startsWith('file:')) return undefined
  const file = fileURLToPath(parentUrl)
  for (const known of loaded.values()) if (file.startsWith(join(known.dir, '/'))) return known
  return undefined
}

/** A file of a module's package finds its own hashed files and this software's packages: nothing that its hash does not stand for. */
function hookResolution(): void {
  if (isHooked) return
  isHooked = true
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      const from = packageOf(context.parentURL)
      if (from === undefined) return nextResolve(specifier, context)
      if (MODULE_IMPORTS.has(specifier)) return nextResolve(specifier, { ...context, parentURL: import.meta.url })
      const target = specifier.startsWith('.') ? new URL(specifier, context.parentURL) : undefined
      const path = target === undefined ? undefined : pathInPackage(from.dir, fileURLToPath(target))
      if (from.files.some((file) => file.path === path)) return nextResolve(specifier, context)
      throw new ForeignImport(`${fileURLToPath(context.parentURL as string)} imports ${specifier}`)
    },
  })
}

const IMPORT_HINT = `A module imports its own files, with their endings, and ${[...MODULE_IMPORTS].join(', ')}. What else it needs stands in its folder.`
const LOAD_HINT =
  'Run its tests in its folder. TypeScript runs as it is where its types can be left out: no enums, no namespaces, not below node_modules.'

/** File and line of the package where an error began, as the engine tells it; else its folder. */
function placeOf(error: unknown, dir: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  for (const [url = '', line = ''] of [...stack.matchAll(/(file:[^\s()]+?):(\d+)/g)].map(([, ...found]) => found)) {
    if (fileURLToPath(url).startsWith(join(dir, '/'))) return `${fileURLToPath(url)}:${line}`
  }
  return dir
}

/** Loads the package in a folder: the module that it exports, bound to the package's hash. */
export async function loadModule(folder: string): Promise<Result<InstalledModule>> {
  const read = await readModulePackage(folder)
  if (!read.ok) return read
  const { dir, entry, hash } = read.value
  loaded.set(dir, read.value)
  hookResolution()
  let exports: { readonly module?: unknown }
  try {
    exports = (await import(pathToFileURL(join(dir, entry)).href)) as { readonly module?: unknown }
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    if (error instanceof ForeignImport) return err(reject('module/foreign-import', message, { hint: IMPORT_HINT }))
    return err(reject('module/not-loadable', `${placeOf(error, dir)}: ${message}`, { hint: LOAD_HINT }))
  }
  const fault = moduleFault(dir, exports.module)
  return fault === undefined ? ok({ ...(exports.module as Module), packageHash: hash }) : err(fault)
}

export interface OwnModules {
  readonly modules: readonly InstalledModule[]
  /** Of the folders that cannot be loaded. */
  readonly problems: readonly Rejection[]
}

/** Each folder for itself, for whoever looks at a home: what is wrong with one says nothing of the others. */
export async function loadWhatLoads(folders: readonly string[]): Promise<OwnModules> {
  const loads = await Promise.all(folders.map(async (folder) => await loadModule(folder)))
  return {
    modules: loads.flatMap((load) => (load.ok ? [load.value] : [])),
    problems: loads.flatMap((load, index) => (load.ok ? [] : [{ ...load.error, path: `modules.${index}` }])),
  }
}

/** Every module of a node's configuration. `path` of a refusal says which. */
export async function loadModules(folders: readonly string[]): Promise<Result<readonly InstalledModule[]>> {
  const modules: InstalledModule[] = []
  for (const [index, folder] of folders.entries()) {
    const module = await loadModule(folder)
    if (!module.ok) return err({ ...module.error, path: `modules.${index}` })
    // A folder that is named twice is loaded once. Two packages of one version may both be needed: votes can schedule both, and the chain
    // tells them apart by their hashes.
    if (modules.some((other) => other.packageHash === module.value.packageHash)) continue
    modules.push(module.value)
  }
  return ok(modules)
}
