import { type Candidate, nextScenario, type Outlook, outlookOf, type Standing, standingsOf } from './campaign.ts'
import { addToLedger, type LedgerRow, readLedger } from './ledger.ts'

export interface CampaignOptions {
  readonly ledger: string
  /** How often in a row each has to pass. */
  readonly times: number
  readonly candidates: readonly Candidate[]
  readonly commit: string
  /** Seed of each scenario's first run; those of the next ones follow. */
  readonly seed: number
  /** What is in the ledger already does not count. */
  readonly isFresh: boolean
  /** By `nowMs`: no run is begun that would not be over by then. */
  readonly endMs: number
  readonly signal: AbortSignal
  readonly nowMs: () => number
  /** One run; undefined when it did not come to its end. */
  readonly run: (scenario: string, seed: number) => Promise<LedgerRow | undefined>
  /** A run was noted; `outlook` is how things stand with it. */
  readonly onRow: (row: LedgerRow, done: number, outlook: Outlook) => void
}

/** Run after run, each noted in the ledger as it ends, until all have passed so often in a row or the time does not do for another one. */
export async function runCampaign(options: CampaignOptions): Promise<Outlook> {
  const { ledger, times, candidates, commit, endMs, signal, nowMs } = options
  const before = readLedger(ledger).length
  const from = options.isFresh ? before : 0
  const standings = (): readonly Standing[] => standingsOf(readLedger(ledger).slice(from), candidates, commit, before - from)
  for (let done = 1; !signal.aborted; ) {
    const next = nextScenario(standings(), times)
    if (next === undefined || nowMs() + next.seconds * 1_000 > endMs) break
    const row = await options.run(next.scenario, options.seed + next.runs)
    // One that is interrupted is run again the next time; anything else that gives no row would give none for ever.
    if (row === undefined) break
    addToLedger(ledger, row)
    options.onRow(row, done, outlookOf(standings(), times))
    done += 1
  }
  return outlookOf(standings(), times)
}
