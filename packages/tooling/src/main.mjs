import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from './run-child.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { ensureBundled } from './setup/bundle.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { withLock } from './setup/lock.mjs'
import { projectNode } from './setup/node-binary.mjs'
import { SetupError } from './setup/setup-error.mjs'
import { TASKS } from './tasks.mjs'

const EXIT_USAGE = 2
const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Sets up what the task needs, all words of it on stderr, then becomes the task: its stdio, its signals, its exit code. */
export async function main([name, ...parameters]) {
  try {
    process.exitCode = await run(name, parameters)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`${error.detail}${error.message}\nTry: ${error.hint}\n`)
    if (TASKS[name]?.failure !== undefined) process.stdout.write(`${TASKS[name].failure}\n`)
    process.exitCode = error.exitCode
  }
}

/** Every test file and every node is a process of its own: what V8 has compiled once, the next one reads. */
function withCompileCache(env) {
  return { NODE_COMPILE_CACHE: join(root, 'node_modules/.hanse/compile-cache'), ...env }
}

async function run(name, parameters) {
  const task = Object.hasOwn(TASKS, name ?? '') ? TASKS[name] : undefined
  if (task === undefined)
    throw new SetupError(`Unknown task '${name ?? ''}'`, `one of ${Object.keys(TASKS).join(', ')}`, { exitCode: EXIT_USAGE })
  await withLock(join(root, 'node_modules/.hanse/lock'), async () => {
    await ensureInstalled(root)
    if (task.projects.length > 0) await ensureBuilt(root, task.projects)
    if (task.startsNodes) await ensureBundled(root)
  })
  if (task.entry === undefined) return 0
  return runChild(projectNode(root), [join(root, task.entry), ...parameters], { env: withCompileCache(process.env) })
}
