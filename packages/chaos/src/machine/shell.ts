import { execFile, execFileSync } from 'node:child_process'

/** How long a command of the system may take, in ms. */
const COMMAND_TIMEOUT_MS = 30_000

/** What a command of the system says on standard output. @throws Error with what it says on standard error */
export function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: COMMAND_TIMEOUT_MS })
}

/** The same without holding everything else up: for what happens under load. */
export function runAsync(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { encoding: 'utf8', timeout: COMMAND_TIMEOUT_MS }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`${command} ${args.join(' ')}: ${stderr.trim() || error.message}`, { cause: error }))
    })
  })
}

/** Whether the command succeeds. For undoing what may be undone already, and for finding out what there is. */
export function succeeds(command: string, args: readonly string[]): boolean {
  try {
    run(command, args)
    return true
  } catch {
    return false
  }
}
