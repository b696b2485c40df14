import { type Attack, pause } from './attack.ts'

/** Work and rest take turns in steps of this length, in ms. */
const STEP_MS = 5

/** Takes as much processor time as an attack did, and attacks nobody. What it costs the chain is the machine's doing and not the attack's. */
export const CONTROL: Attack = {
  name: 'control',
  summary: 'work of as much processor time that attacks nobody',
  run: async ({ cpuPercent, signal }) => {
    const startMs = performance.now()
    const begun = process.cpuUsage()
    while (!signal.aborted) {
      const dueMs = ((performance.now() - startMs) * cpuPercent) / 100
      const untilMs = performance.now() + STEP_MS
      while (usedMs(begun) < dueMs && performance.now() < untilMs);
      await pause(usedMs(begun) < dueMs ? 0 : STEP_MS)
    }
  },
}

function usedMs(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}
