import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** One thread of a process. */
export interface ThreadUsage {
  readonly id: number
  /** As the thread is named, at most 15 characters. */
  readonly name: string
  readonly cpuMs: number
  /** How long it was ready to run while others had the processors, in ms; 0 where the kernel does not tell. */
  readonly waitedMs: number
}

/** The threads of a process, the oldest first; empty where the system does not show them or the process is gone. */
export function threadsOf(pid: number): readonly ThreadUsage[] {
  const found: ThreadUsage[] = []
  for (const id of readable(() => readdirSync(`/proc/${pid}/task`)) ?? []) {
    const thread = readable(() => threadAt(`/proc/${pid}/task/${id}`, Number(id)))
    if (thread !== undefined) found.push(thread)
  }
  return found.sort((left, right) => left.id - right.id)
}

function threadAt(folder: string, id: number): ThreadUsage {
  const name = readFileSync(`${folder}/comm`, 'utf8').trim()
  const exact = readable(() => readFileSync(`${folder}/schedstat`, 'utf8').split(' ').map(Number))
  if (exact?.[0] !== undefined && exact[1] !== undefined) return { id, name, cpuMs: exact[0] / 1e6, waitedMs: exact[1] / 1e6 }
  const fields = readFileSync(`${folder}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return { id, name, cpuMs: ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1000, waitedMs: 0 }
}

/** A thread may end while it is looked at. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** What each thread did since `before`; one that has begun since then with all that it did. */
export function usedSince(before: readonly ThreadUsage[], after: readonly ThreadUsage[]): readonly ThreadUsage[] {
  const known = new Map(before.map((thread) => [thread.id, thread]))
  return after.map(({ id, name, cpuMs, waitedMs }) => {
    const from = known.get(id)
    return { id, name, cpuMs: cpuMs - (from?.cpuMs ?? 0), waitedMs: waitedMs - (from?.waitedMs ?? 0) }
  })
}
