import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const SIGNAL_EXIT_BASE = 128
const FORWARDED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** A terminal sends these to the whole process group: the child has them already, and two would mean "at once". */
const GROUP_SIGNALS = new Set(['SIGINT', 'SIGHUP'])

/**
 * Runs a command on this process's own stdio and gives its exit code, 128 + n when signal n ended it.
 * Signals never end this process before the child: it waits, and reports what became of the child.
 */
export function runChild(command, parameters, options = {}) {
  return exitOf(spawn(command, parameters, { stdio: 'inherit', ...options })).then(({ exitCode }) => exitCode)
}

/** Runs a command without input and gives its exit code, all that it wrote, and whether a signal asked this process to end. */
export async function captureChild(command, parameters, options = {}) {
  const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  const exit = await exitOf(child)
  return { ...exit, output: Buffer.concat(chunks).toString('utf8') }
}

function exitOf(child) {
  const hasTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
  let interruptedBy
  const forward = (signal) => {
    interruptedBy = signal
    if (!(hasTerminal && GROUP_SIGNALS.has(signal))) child.kill(signal)
  }
  for (const signal of FORWARDED_SIGNALS) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      resolve({ exitCode: code ?? SIGNAL_EXIT_BASE + constants.signals[signal], interruptedBy })
    })
  }).finally(() => {
    for (const signal of FORWARDED_SIGNALS) process.off(signal, forward)
  })
}
