import { existsSync, lstatSync, mkdirSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { CONFIG_FILE } from './config-file.ts'

/** Of a node's home: what V8 has compiled of the program, so that the next start need not. It may be deleted at any time. */
export const COMPILE_CACHE_FOLDER = 'compile-cache'

const OTHERS_WRITE = 0o022

/** From the start until what is compiled is written, so that a process that is killed leaves it too; one that stops writes it then. */
const KEPT_AFTER_MS = 60_000

/**
 * What is imported from now on is compiled once and read at the next start. Whoever can write to that folder can have the node run anything:
 * it is used where it and the home are of the user of this process, and nobody else can write to them; elsewhere, and where the system
 * knows no such users, the node starts without. A folder that NODE_COMPILE_CACHE names goes before it.
 */
export function useCompileCache(home: string): void {
  const folder = join(home, COMPILE_CACHE_FOLDER)
  try {
    if (!existsSync(join(home, CONFIG_FILE)) || !isOwn(home)) return
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    // Node before 22.1 has none, and is refused later in better words.
    if (!isOwn(folder)) return
    module.enableCompileCache?.(folder)
    setTimeout(() => module.flushCompileCache?.(), KEPT_AFTER_MS).unref()
  } catch {
    // A start that takes a little longer is no reason not to start.
  }
}

/** A folder, and no link to one. */
function isOwn(path: string): boolean {
  const found = lstatSync(path)
  return found.isDirectory() && found.uid === process.geteuid?.() && (found.mode & OTHERS_WRITE) === 0
}
