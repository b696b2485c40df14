import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** On a terminal the child, being in the same process group, gets these from the kernel as well. */
const FORWARDED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const SIGNAL_EXIT_BASE = 128

/**
 * Runs `command` on this process's own stdio and gives its exit code, 128 + n when signal n ended it.
 * Signals that reach this process never end it before the child: it outlives the child and reports what became of it.
 */
export function runChild(command, parameters, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: 'inherit', ...options })
    const forward = (signal) => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    for (const signal of FORWARDED_SIGNALS) process.on(signal, forward)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const each of FORWARDED_SIGNALS) process.off(each, forward)
      resolve(code ?? SIGNAL_EXIT_BASE + constants.signals[signal])
    })
  })
}
