import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OnProgress } from '../scenario.ts'
import { type PeerApplication, startCometbft } from './cometbft-network.ts'
import { type DriveLoad, drive } from './drive.ts'
import { buildGo } from './go-tools.ts'
import { type MeasureOptions, medianRun, type Peer, type PeerRow, type PeerRun, type RowHead } from './peer.ts'
import { BEST_CONFIGURATION, type Configuration, DEFAULT_CONFIGURATION, TRIED_CONFIGURATIONS } from './settings.ts'

const MODULE_DIRECTORY = fileURLToPath(new URL('../../peer/cometbft', import.meta.url))
const BIN_DIRECTORY = fileURLToPath(new URL('../../../../node_modules/.hanse/peers/cometbft/bin', import.meta.url))

const APPLICATIONS: Readonly<Record<PeerApplication, string>> = {
  transfer: 'signed transfers',
  kvstore: 'kvstore, no signature',
}

export const cometbft: Peer = {
  name: 'cometbft',
  title: 'CometBFT',
  prepare: async (onProgress) => {
    const missing = await buildGo(
      {
        directory: MODULE_DIRECTORY,
        binDirectory: BIN_DIRECTORY,
        // `tool` is what go.mod names as such: the library's own command and load tool, at the version that is pinned there.
        packages: ['tool', './transfer-node', './drive'],
        tags: ['pebbledb'],
        what: 'CometBFT',
      },
      onProgress,
    )
    if (missing !== undefined) return missing
    const title = `CometBFT ${versionOf(await readFile(join(MODULE_DIRECTORY, 'go.mod'), 'utf8'))}`
    return {
      kind: 'prepared',
      title,
      measure: (options, progress) => measure(title, options, progress),
      tune: (options, progress) => tune(title, options, progress),
    }
  },
}

/** The version of the library that a go.mod pins. */
export function versionOf(goMod: string): string {
  const version = /^\s*(?:require )?github\.com\/cometbft\/cometbft v(\S+)/m.exec(goMod)?.[1]
  if (version === undefined) throw new Error('go.mod names no version of CometBFT')
  return version
}

/** One row to be measured. */
export interface Plan {
  readonly application: PeerApplication
  readonly configuration: Configuration
  /** As the row says it, and how the client does it. */
  readonly load: string
  readonly with: DriveLoad['with']
}

type MeasureRow = (plan: Plan) => Promise<PeerRow>

async function measure(title: string, options: MeasureOptions, onProgress: OnProgress): Promise<readonly PeerRow[]> {
  const row: MeasureRow = (plan) => measureRow(title, plan, options, onProgress)
  const rows: PeerRow[] = []
  for (const application of ['transfer', 'kvstore'] as const) {
    for (const configuration of [DEFAULT_CONFIGURATION, BEST_CONFIGURATION]) {
      const about = { application, configuration }
      rows.push(...(await (options.rate === 'max' ? atMost(about, row) : atRate(about, options.rate, row))))
    }
  }
  return rows
}

type About = Pick<Plan, 'application' | 'configuration'>

async function atRate(about: About, rate: number, row: MeasureRow): Promise<readonly PeerRow[]> {
  const ours = await row({ ...about, load: `${rate}/s`, with: { rate } })
  if (about.application === 'transfer') return [ours]
  return [ours, await row({ ...about, load: `own tool, ${rate}/s`, with: { ownToolRate: rate } })]
}

/** As much as is committed; then half of that for signed transfers, and the library's own tool for what it can send. */
async function atMost(about: About, row: MeasureRow): Promise<readonly PeerRow[]> {
  const most = await row({ ...about, load: 'max', with: { inFlight: about.configuration.inFlight } })
  if ('notMeasured' in most) return [most]
  const rate = Math.max(2, Math.round(medianRun(most.runs).committedPerSecond))
  const second: Plan =
    about.application === 'transfer'
      ? { ...about, load: 'half of max', with: { rate: Math.round(rate / 2) } }
      : { ...about, load: 'own tool, max', with: { ownToolRate: rate } }
  return [most, await row(second)]
}

async function tune(title: string, options: MeasureOptions, onProgress: OnProgress): Promise<readonly PeerRow[]> {
  const rows: PeerRow[] = []
  for (const configuration of TRIED_CONFIGURATIONS) {
    const plan: Plan = { application: 'transfer', configuration, load: 'max', with: { inFlight: configuration.inFlight } }
    rows.push(await measureRow(title, plan, options, onProgress))
  }
  return rows
}

/** What goes wrong in one row leaves the others. */
export async function measureRow(title: string, plan: Plan, options: MeasureOptions, onProgress: OnProgress): Promise<PeerRow> {
  const { application, configuration, load } = plan
  const isSigned = application === 'transfer'
  const head: RowHead = { system: title, configuration: configuration.name, application: APPLICATIONS[application], isSigned, load }
  try {
    return { ...head, runs: await repeat(plan, options, onProgress) }
  } catch (error) {
    return { ...head, notMeasured: error instanceof Error ? error.message : String(error), isFault: true }
  }
}

/** Each run has a network of its own, so that none finds what the one before left. */
async function repeat(
  { application, configuration, load, with: how }: Plan,
  { seconds, warmup, runs }: MeasureOptions,
  onProgress: OnProgress,
): Promise<readonly PeerRun[]> {
  const done: PeerRun[] = []
  for (let run = 0; run < runs; run++) {
    onProgress(run, runs, `${configuration.name}, ${APPLICATIONS[application]}, ${load}`)
    const network = await startCometbft(BIN_DIRECTORY, application, configuration)
    try {
      done.push(await drive(BIN_DIRECTORY, network, { application, with: how, seconds, warmup }))
    } finally {
      await network.close()
    }
  }
  return done
}
