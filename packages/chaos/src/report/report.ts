import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import type { RunResult } from '../run/run-schedule.ts'
import { operationsForReport } from './history-lines.ts'
import { page } from './page.ts'

/** What a run leaves in its folder: `report.json`, `report.html`, `schedule.json`, and where something was wrong the nodes' logs and the history. */
export function writeReport(folder: string, result: RunResult, commit: string): void {
  const { schedule, figures, violations, journal, logs, tookMs, phasesMs } = result
  mkdirSync(folder, { recursive: true })
  const { notes, faults, changes } = journal
  const report = {
    ...{
      scenario: schedule.scenario,
      seed: schedule.seed,
      commit,
      passed: violations.length === 0,
      violations,
      figures,
      faults,
      notes,
      changes,
    },
    ...{ tookMs: Math.round(tookMs), phasesMs, machine: { node: process.version, kernel: release() }, schedule },
  }
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  writeFileSync(join(folder, 'schedule.json'), `${JSON.stringify(schedule, null, 2)}\n`)
  writeFileSync(join(folder, 'report.html'), page(result, commit))
  if (violations.length === 0) return
  for (const [name, path] of logs) if (existsSync(path)) copyFileSync(path, join(folder, `${name}.log`))
  writeFileSync(join(folder, 'history.jsonl'), operationsForReport(result))
}

/** What there is to look at when a run did not come to its end. */
export function keepLogs(from: string, folder: string): void {
  if (existsSync(from)) cpSync(from, folder, { recursive: true })
}
