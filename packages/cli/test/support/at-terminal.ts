import { spawn, spawnSync } from 'node:child_process'
import type { CliOptions } from './run-cli.ts'
import { ENVIRONMENT, MAIN, NOWHERE } from './run-cli.ts'

/** util-linux' script gives a program a terminal of its own. */
const HAS_SCRIPT = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

/** For `skip`: says what is missing where nothing can be tried. */
export const NO_TERMINAL: string | false = HAS_SCRIPT ? false : 'script of util-linux is not here: nothing was tried at a terminal'

export interface TerminalRun {
  readonly code: number | null
  /** What a person saw, standard output and standard error in one. */
  readonly screen: string
}

/** What appears on the screen, and what is typed then. */
export type Dialogue = readonly (readonly [shown: RegExp, typed: string])[]

/** Runs any program at a terminal; what is typed is typed when it is asked for. */
export function runProgramAtTerminal(
  program: readonly string[],
  dialogue: Dialogue,
  { env = {}, cwd }: CliOptions = {},
): Promise<TerminalRun> {
  const command = program.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
  const child = spawn('script', ['--quiet', '--return', '--command', `stty cols 120 rows 40; exec ${command}`, '/dev/null'], {
    env: { ...ENVIRONMENT, TERM: 'xterm', SHELL: '/bin/sh', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
  })
  let screen = ''
  let seen = 0
  const steps = [...dialogue]
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    screen += chunk
    for (let step = steps[0]; step !== undefined; step = steps[0]) {
      const match = step[0].exec(screen.slice(seen))
      if (match === null) return
      seen += match.index + match[0].length
      child.stdin.write(step[1])
      steps.shift()
    }
  })
  child.stdin.on('error', () => undefined)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, screen }))
  })
}

export function runAtTerminal(words: readonly string[], dialogue: Dialogue = [], options: CliOptions = {}): Promise<TerminalRun> {
  return runProgramAtTerminal([process.execPath, MAIN, ...words], dialogue, { ...options, env: { HANSE_RPC: NOWHERE, ...options.env } })
}
