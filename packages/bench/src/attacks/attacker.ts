import { setPriority } from 'node:os'
import type { Hex } from '@hanse/primitives'
import { ATTACKS } from './all-attacks.ts'
import type { Tally } from './attack.ts'
import { CONTROL } from './control.ts'

/** What the attacker's process is told. */
export interface Order {
  readonly attack: string
  readonly port: number
  readonly localAddress: string
  readonly niceness: number
  readonly seconds: number
  readonly forged: readonly Hex[]
  readonly cpuPercent: number
}

/** What it tells at its end. */
export interface AttackerReport extends Tally {
  readonly cpuSeconds: number
  readonly elapsedSeconds: number
}

process.once('message', async ({ attack: name, niceness, seconds, ...target }: Order) => {
  const attack = [...ATTACKS, CONTROL].find((candidate) => candidate.name === name)
  if (attack === undefined) throw new Error(`no attack ${name}`)
  setPriority(niceness)
  const tally: Tally = { connections: 0, sent: 0, held: 0, answered: 0, refused: 0, cut: 0 }
  const startMs = performance.now()
  const before = process.cpuUsage()
  const over = new AbortController()
  setTimeout(() => {
    const { user, system } = process.cpuUsage(before)
    const report: AttackerReport = { ...tally, cpuSeconds: (user + system) / 1e6, elapsedSeconds: (performance.now() - startMs) / 1000 }
    over.abort()
    process.send?.(report, undefined, {}, () => process.exit(0))
  }, seconds * 1000)
  await attack.run({ ...target, signal: over.signal, tally })
})
