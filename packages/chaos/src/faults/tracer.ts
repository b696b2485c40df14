import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Owner, RUN_VARIABLE } from '../machine/owner.ts'
import type { ChaosNode } from '../network/chaos-node.ts'

const ATTACH_TIMEOUT_MS = 5_000
const POLL_MS = 20

/** Makes system calls of a running node fail, wait or kill it, from now on. */
export async function attachTracer(owner: Owner, node: ChaosNode, rules: readonly string[]): Promise<{ detach(): Promise<void> }> {
  const { pid } = node
  const tracer = spawn('strace', ['-f', '-qq', '-o', '/dev/null', '-p', String(pid), ...rules], {
    ...{ detached: true, stdio: 'ignore', env: { ...process.env, [RUN_VARIABLE]: owner.runId } },
  })
  const gone = new Promise<void>((resolve) => {
    tracer.once('exit', () => resolve())
    tracer.once('error', () => resolve())
  })
  for (let waitedMs = 0; !isTraced(pid); waitedMs += POLL_MS) {
    if (hasEnded(tracer) || waitedMs > ATTACH_TIMEOUT_MS) throw new Error(`strace did not attach to ${node.name}`)
    await sleep(POLL_MS)
  }
  return {
    detach: async () => {
      if (!hasEnded(tracer)) tracer.kill('SIGTERM')
      await gone
    },
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

function isTraced(pid: number): boolean {
  const path = `/proc/${pid}/status`
  return existsSync(path) && !/^TracerPid:\s+0$/m.test(readFileSync(path, 'utf8'))
}
