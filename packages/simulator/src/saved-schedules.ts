import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from './options.ts'
import { planOf } from './plan-of.ts'
import { COUNTED_GOAL, type SimulationOptions, type SimulationResult } from './result.ts'
import { configHash, parseSchedule, type Schedule, type ScheduleOrigin, scheduleText } from './schedule.ts'
import { Shrinker } from './shrink.ts'
import { simulate } from './simulation.ts'

const FOLDER_DEFAULT = join(import.meta.dirname, '../../../node_modules/.hanse/schedules')

/** Of the code that runs: with a + where files were changed since, or "unknown". */
export function codeCommit(): string {
  try {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain', '--', ':/', ':(top,exclude)docs') === '' ? '' : '+'}`
  } catch {
    return 'unknown'
  }
}

export function scheduleOf(options: SimulationOptions): Schedule {
  const { seed, validators, moduleVote = false, accountability = false, plan = planOf(options), goal = COUNTED_GOAL } = options
  return { seed, validators, moduleVote, accountability, goal, plan }
}

export function runSchedule(
  { seed, validators, moduleVote, accountability, goal, plan }: Schedule,
  trace?: (line: string) => void,
): SimulationResult {
  return simulate({
    seed,
    validators,
    goal,
    plan,
    ...(moduleVote ? { moduleVote } : {}),
    ...(accountability ? { accountability } : {}),
    ...(trace === undefined ? {} : { trace }),
  })
}

/** @throws UsageError where there is none */
export function loadSchedule(file: string): { readonly schedule: Schedule; readonly origin: ScheduleOrigin } {
  try {
    return parseSchedule(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`, { cause: error })
  }
}

/** Writes the schedule of a run that failed, and gives its file. */
export function saveSchedule(schedule: Schedule, { violation }: SimulationResult, folder: string = FOLDER_DEFAULT, suffix = ''): string {
  const origin: ScheduleOrigin = {
    commit: codeCommit(),
    config: configHash(schedule.validators, schedule.moduleVote),
    ...(violation === undefined ? {} : { violation: { ...violation, message: violation.message.split('\n')[0] as string } }),
  }
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${schedule.validators}-validators-seed-${schedule.seed}${suffix}.json`)
  writeFileSync(file, scheduleText(schedule, origin))
  return file
}

/** Shrinks the schedule of a run that failed, and writes what is left. */
export function shrinkAndSave(
  schedule: Schedule,
  first: SimulationResult,
  folder: string | undefined,
  say: (line: string) => void,
): string {
  const shrunk = new Shrinker(schedule, first, runSchedule).shrink(({ schedule: { validators, plan, goal }, tries }) => {
    say(
      `  after ${tries} runs: ${validators} validators, ${plan.scheduled.length} faults, ${plan.byzantine.size} liars, ${goal.heights} heights`,
    )
  })
  return saveSchedule(shrunk.schedule, shrunk.result, folder, '-shrunk')
}
