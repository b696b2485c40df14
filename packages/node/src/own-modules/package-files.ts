import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import { err, type Hash, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import { canonicalJsonBytes, taggedHash } from '@hanse/protocol'
import { z } from 'zod'

/** Files of a module's package that are hashed. */
const PACKAGE_FILES_MAX = 1_000
/** … and their bytes together. */
const PACKAGE_BYTES_MAX = 16 * 1024 * 1024
/** Folders inside one another. */
const PACKAGE_DEPTH_MAX = 16
/** What `files` of a package.json without it stands for. */
const FILES_DEFAULT: readonly string[] = ['src']

/** A module's package on disk, with the hash that the chain knows it by. */
export interface ModulePackage {
  /** Absolute, without links. */
  readonly dir: string
  /** Relative to the folder, with forward slashes. */
  readonly entry: string
  /** In the order of their paths, which are relative as `entry` is. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
  /** `H(module, RFC 8785 JSON of {entry, files})`. */
  readonly hash: Hash
}

const packageJsonSchema = z.object({
  type: z.literal('module'),
  exports: z.union([z.string(), z.object({ '.': z.string() })]),
  files: z
    .array(z.string())
    .min(1)
    .default([...FILES_DEFAULT]),
})

const LINK_HINT = 'A module’s package has plain files, named as they are on the disk: what stands elsewhere is not hashed.'
const PACKAGE_HINT = 'docs/modules.md shows the package.json of a module; `hanse module new` writes one.'

function badPackage(dir: string, message: string, hint = PACKAGE_HINT): Rejection {
  return reject('module/bad-package', `${dir}: ${message}`, { hint })
}

/** A path inside of the package, in one form. Undefined for what leads out of it, or is a pattern. */
function plainPath(path: string): string | undefined {
  const normal = posix.normalize(path).replace(/^\.\//, '').replace(/\/$/, '')
  const isPlain = normal !== '.' && !normal.startsWith('..') && !posix.isAbsolute(normal) && !/[*?!\\[\]{}]/.test(normal)
  return isPlain ? normal : undefined
}

class Walk {
  readonly files: { readonly path: string; readonly sha256: string }[] = []
  readonly #dir: string
  #bytes = 0

  constructor(dir: string) {
    this.#dir = dir
  }

  /** Takes a file, or a folder with all that is in it but hidden names and node_modules. */
  async take(path: string, depth = 0): Promise<Rejection | undefined> {
    const full = join(this.#dir, path)
    const found = await lstat(full)
    if (found.isFile()) return await this.#takeFile(path, full)
    if (!found.isDirectory()) {
      return badPackage(this.#dir, `${path} is a link or a device`, LINK_HINT)
    }
    if (depth >= PACKAGE_DEPTH_MAX) return badPackage(this.#dir, `${path} lies more than ${PACKAGE_DEPTH_MAX} folders deep`)
    for (const name of (await readdir(full)).sort()) {
      if (name.startsWith('.') || name === 'node_modules') continue
      const fault = await this.take(`${path}/${name}`, depth + 1)
      if (fault !== undefined) return fault
    }
    return undefined
  }

  async #takeFile(path: string, full: string): Promise<Rejection | undefined> {
    const bytes = await readFile(full)
    this.#bytes += bytes.length
    if (this.files.length >= PACKAGE_FILES_MAX || this.#bytes > PACKAGE_BYTES_MAX) {
      const hint = 'Name under `files` what the module needs, and nothing else.'
      return badPackage(this.#dir, `more than ${PACKAGE_FILES_MAX} files or ${PACKAGE_BYTES_MAX} bytes`, hint)
    }
    this.files.push({ path, sha256: createHash('sha256').update(bytes).digest('hex') })
    return undefined
  }
}

async function readPackageJson(dir: string): Promise<Result<z.output<typeof packageJsonSchema>>> {
  let text: string
  try {
    text = await readFile(join(dir, 'package.json'), 'utf8')
  } catch {
    return err(reject('module/not-found', `${dir} has no package.json`, { hint: 'Give the folder of the module’s package.' }))
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err(badPackage(dir, 'its package.json is not JSON'))
  }
  const parsed = packageJsonSchema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return err(badPackage(dir, `package.json, ${issue?.path.join('.')}: ${issue?.message}`))
}

async function filesOf(dir: string, listed: readonly string[]): Promise<Result<ModulePackage['files']>> {
  const walk = new Walk(dir)
  for (const given of listed) {
    const path = plainPath(given)
    if (path === undefined) return err(badPackage(dir, `files has ${given}`, 'Name files and folders of the package, without patterns.'))
    try {
      const full = join(dir, path)
      // What stands below a link is loaded from where it leads: its imports would be looked up outside of the package.
      const fault =
        (await realpath(full)) === full ? await walk.take(path) : badPackage(dir, `${path} is, or lies below, a link`, LINK_HINT)
      if (fault !== undefined) return err(fault)
    } catch (error) {
      return err(badPackage(dir, `${path}: ${error instanceof Error ? error.message : String(error)}`))
    }
  }
  const once = new Map(walk.files.map((file) => [file.path, file]))
  return ok([...once.values()].sort((left, right) => (left.path < right.path ? -1 : 1)))
}

/** Reads the package in a folder and computes its hash. `module/not-found`, `module/bad-package`. */
export async function readModulePackage(folder: string): Promise<Result<ModulePackage>> {
  let dir: string
  try {
    dir = await realpath(folder)
  } catch {
    return err(reject('module/not-found', `there is no folder ${folder}`, { hint: 'Give the folder of the module’s package.' }))
  }
  const json = await readPackageJson(dir)
  if (!json.ok) return json
  const { exports, files: listed } = json.value
  const files = await filesOf(dir, listed)
  if (!files.ok) return files
  const entry = plainPath(typeof exports === 'string' ? exports : exports['.'])
  if (entry === undefined || !files.value.some(({ path }) => path === entry)) {
    return err(badPackage(dir, 'what `exports` names is not among its files', 'List the folder of the entry under `files`.'))
  }
  return ok({ dir, entry, files: files.value, hash: hashOf(entry, files.value) })
}

function hashOf(entry: string, files: ModulePackage['files']): Hash {
  const bytes = canonicalJsonBytes({ entry, files: files.map(({ path, sha256 }) => [path, sha256]) })
  if (!bytes.ok) throw new Error(bytes.error.message)
  return taggedHash('module', bytes.value)
}

/** The path of a file below the folder, as `files` has it. */
export function pathInPackage(dir: string, file: string): string {
  return relative(dir, file).split(sep).join('/')
}
