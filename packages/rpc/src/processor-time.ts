/**
 * Processor time that this thread has used, in ms. What is charged by it does not depend on what else the machine does; Node before 23.9
 * has it for the whole process only.
 */
export function processorMs(): number {
  const { user, system } = typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage() : process.cpuUsage()
  return (user + system) / 1000
}

/** Processor time that was used for a message and is not charged yet; from its making on it counts. */
export class UnpaidTime {
  #usedMs: number
  #sinceMs: number | undefined

  constructor(usedMs: number) {
    this.#usedMs = usedMs
    this.begin()
  }

  /** Counts from here on, unless it does already. */
  begin(): void {
    this.#sinceMs ??= processorMs()
  }

  /** What was used up to now; it counts no more. */
  take(): number {
    const usedMs = this.#usedMs + (this.#sinceMs === undefined ? 0 : processorMs() - this.#sinceMs)
    this.#usedMs = 0
    this.#sinceMs = undefined
    return usedMs
  }
}
