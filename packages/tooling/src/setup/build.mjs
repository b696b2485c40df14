import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { captureChild } from '../run-child.mjs'
import { withProgress } from './progress.mjs'
import { interruptedError, SetupError } from './setup-error.mjs'

/**
 * Compiles `projects`, folders with a tsconfig.json, and what they refer to. The compiler itself sees within 0.1 s
 * that nothing changed; it is started directly because its JavaScript launcher costs as much again.
 */
export async function ensureBuilt(root, projects) {
  await withProgress('build', async () => {
    const pretty = process.stderr.isTTY === true ? 'true' : 'false'
    const { exitCode, output, interruptedBy } = await captureChild(await compilerPath(root), ['-b', ...projects, '--pretty', pretty], {
      cwd: root,
    })
    if (interruptedBy !== undefined) throw interruptedError(interruptedBy)
    if (exitCode === 0) return
    throw new SetupError('The TypeScript sources do not compile', 'mend the errors above, then run the same command again', {
      detail: output,
    })
  })
}

export async function compilerPath(root) {
  const { default: getExePath } = await import(pathToFileURL(join(root, 'node_modules/typescript/lib/getExePath.js')).href)
  return getExePath()
}
