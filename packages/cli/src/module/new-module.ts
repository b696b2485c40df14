import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reject } from '@hanse/primitives'
import { isModuleName } from '@hanse/protocol'
import { CliError } from '../cli-error.ts'

/** The module that a new one is a copy of. Its name is wherever a name has to be. */
const SKELETON = fileURLToPath(new URL('../../skeleton', import.meta.url))
const SKELETON_NAME = /loyalty/g
/** Packages that a module, and its tests, import. */
const LINKED = ['crypto', 'modules', 'primitives', 'protocol', 'state'] as const
const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url))

/** Writes a working module: `module/bad-name`, `module/exists`. */
export async function newModule(name: string, dir: string): Promise<void> {
  if (!isModuleName(name)) {
    const hint = 'Lower-case letters, digits and hyphens, at most 32, a letter first.'
    throw new CliError(reject('module/bad-name', `no module can be called ${name}`, { hint }))
  }
  if (existsSync(dir) && (await readdir(dir)).length > 0) {
    throw new CliError(reject('module/exists', `${dir} is not empty`, { hint: 'Give another folder with --dir.' }))
  }
  await mkdir(dir, { recursive: true })
  await cp(SKELETON, dir, { recursive: true, filter: (source) => !source.endsWith('node_modules') })
  await rename(join(dir, 'gitignore'), join(dir, '.gitignore'))
  for (const path of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue
    const file = join(path.parentPath, path.name)
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(SKELETON_NAME, name))
  }
  await linkPackages(dir)
}

/** Lets a module's folder find this software's packages: links in its node_modules, as npm makes them of a path. */
export async function linkPackages(dir: string): Promise<void> {
  if (!existsSync(join(dir, 'package.json'))) {
    throw new CliError(reject('module/not-found', `${dir} has no package.json`, { hint: 'Give the folder of the module’s package.' }))
  }
  for (const name of LINKED) {
    const link = join(dir, 'node_modules', '@hanse', name)
    await mkdir(dirname(link), { recursive: true })
    await rm(link, { recursive: true, force: true })
    await symlink(await realpath(join(PACKAGES, name)), link, 'junction')
  }
}
