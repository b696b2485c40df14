/** Ctrl-C reaches a process twice when the terminal sends it to the whole group and a parent passes it on. */
const SAME_SIGNAL_MS = 1_000

export interface StopSignals {
  /** Resolves at the first signal that asks to stop. */
  readonly first: Promise<NodeJS.Signals>
  /** Back to what the system does with a signal: the process ends at once. */
  release(): void
}

/**
 * Catches the signals that ask to stop. One that comes within a second of the first is the same one; a later one means that the user
 * does not want to wait: `onImpatient`.
 */
export function catchStopSignals(signals: readonly NodeJS.Signals[], onImpatient: () => void): StopSignals {
  let firstAtMs: number | undefined
  let resolveFirst: (signal: NodeJS.Signals) => void = () => undefined
  const first = new Promise<NodeJS.Signals>((resolve) => {
    resolveFirst = resolve
  })
  const onSignal = (signal: NodeJS.Signals): void => {
    if (firstAtMs === undefined) {
      firstAtMs = performance.now()
      resolveFirst(signal)
    } else if (performance.now() - firstAtMs > SAME_SIGNAL_MS) onImpatient()
  }
  for (const signal of signals) process.on(signal, onSignal)
  return {
    first,
    release: () => {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
