import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The built program. */
export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export interface CliRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  /** A variable that is undefined is not set. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly input?: string
  readonly cwd?: string
}

const CACHE = process.env['NODE_COMPILE_CACHE']
/** What every program needs of the environment, and what V8 has compiled of ours before. */
export const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', ...(CACHE === undefined ? {} : { NODE_COMPILE_CACHE: CACHE }) }

/** A port where nobody listens: commands that would ask a node by mistake fail fast. */
export const NOWHERE = 'http://127.0.0.1:9'

/** Runs the built program as a shell would. The environment is `ENVIRONMENT` and what is given. */
export function runCli(words: readonly string[], { env = {}, input = '', cwd }: CliOptions = {}): Promise<CliRun> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { ...ENVIRONMENT, HANSE_RPC: NOWHERE, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** The JSON document that a command wrote; throws when there is anything else on standard output. */
export function jsonOf({ stdout, stderr }: CliRun): Record<string, never> & Record<string, unknown> {
  try {
    return JSON.parse(stdout) as Record<string, never>
  } catch (error) {
    throw new Error(`not one JSON document: ${stdout.slice(0, 300)}\n${stderr.slice(0, 300)}`, { cause: error })
  }
}
