import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const devnetMain = fileURLToPath(new URL('./main.js', import.meta.resolve('@hanse/devnet')))
const hanseMain = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url))

export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one devnet command to its end. */
export async function runDevnet(...parameters: readonly string[]): Promise<CommandResult> {
  return await toTheEnd(spawnDevnet(parameters))
}

/** Runs one command of the CLI to its end. */
export async function runHanse(...parameters: readonly string[]): Promise<CommandResult> {
  return await toTheEnd(spawnMain(hanseMain, parameters))
}

async function toTheEnd(child: ChildProcess): Promise<CommandResult> {
  const output = collect(child)
  const code = await exitOf(child)
  return { code, ...output() }
}

/** Starts a devnet command, to be talked to by signals. */
export function spawnDevnet(parameters: readonly string[]): ChildProcess {
  return spawnMain(devnetMain, parameters)
}

function spawnMain(main: string, parameters: readonly string[]): ChildProcess {
  return spawn(process.execPath, [main, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What the child has written so far. */
export function collect(child: ChildProcess): () => { readonly stdout: string; readonly stderr: string } {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return () => ({ stdout, stderr })
}

export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code))
  })
}
