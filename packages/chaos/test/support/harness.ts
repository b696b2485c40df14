import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import type { Schedule } from '../../src/schedule.ts'

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** A run of the harness as a process of its own, all of whose folders are below `folder`. */
export interface Harness {
  readonly child: ChildProcess
  readonly folder: string
  readonly ended: Promise<number | null>
  stdout(): string
  stderr(): string
  /** Resolves when it has said so. */
  said(pattern: RegExp): Promise<void>
}

/** With whatever else the test makes, it is gone after it. */
export function startHarness(t: Test, schedule: Schedule, folder = mkdtempSync(join(tmpdir(), 'hanse-harness-'))): Harness {
  const path = join(folder, 'plan.json')
  writeFileSync(path, JSON.stringify(schedule))
  const child = spawn(process.execPath, [main, '--schedule', path, '--report', join(folder, 'report'), '--json'], {
    ...{ stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: folder } },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code))
  })
  t.teardown(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const said = async (pattern: RegExp): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!pattern.test(stderr)) return
        child.stderr.off('data', look)
        resolve()
      }
      child.stderr.on('data', look)
      void ended.then((code) => reject(new Error(`the harness ended with ${code}: ${stderr}`)))
      look()
    })
  }
  return { child, folder, ended, stdout: () => stdout, stderr: () => stderr, said }
}
