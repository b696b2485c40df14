import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectNode } from './node-binary.mjs'
import { runChild } from './run-child.mjs'
import { SetupError } from './setup-error.mjs'
import { TASKS } from './tasks.mjs'

const EXIT_FAILED = 1
const EXIT_USAGE = 2
const root = fileURLToPath(new URL('../../../', import.meta.url))

export async function main([name, ...parameters]) {
  const task = TASKS[name]
  if (task === undefined) {
    process.stderr.write(`Unknown task '${name ?? ''}'\nTry: one of ${Object.keys(TASKS).join(', ')}\n`)
    process.exitCode = EXIT_USAGE
    return
  }
  try {
    process.exitCode = await runChild(projectNode(root), [join(root, task.entry), ...parameters])
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`${error.message}\nTry: ${error.hint}\n`)
    process.exitCode = EXIT_FAILED
  }
}
