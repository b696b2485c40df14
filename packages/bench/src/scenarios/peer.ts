import { cometbft } from '../peer/cometbft.ts'
import { measureHanse } from '../peer/hanse.ts'
import type { MeasureOptions, MissingPeer, Peer, PeerRow } from '../peer/peer.ts'
import { peerFaults, peerLines } from '../peer/table.ts'
import { defineScenario } from '../scenario.ts'

const PEERS: readonly Peer[] = [cometbft]

export const peerScenario = defineScenario({
  name: 'peer',
  summary: 'the same load on another chain, built and run here: ours and theirs in one table',
  positional: 'peer',
  options: {
    peer: { default: 'cometbft', choices: PEERS.map(({ name }) => name) },
    seconds: { default: 20, min: 1, max: 240 },
    warmup: { default: 5, min: 0, max: 60 },
    runs: { default: 3, min: 1, max: 9 },
    /** Transactions a second, or as many as are committed. */
    rate: { default: 'max', min: 1, max: 100_000, word: 'max' },
    /** Instead: the peer's best configuration with each setting otherwise, one at a time. */
    tune: { default: 'no', choices: ['no', 'yes'] },
  },
  run: async ({ peer: name, seconds, warmup, runs, rate, tune }, onProgress) => {
    const peer = PEERS.find((entry) => entry.name === name) as Peer
    const options: MeasureOptions = { seconds, warmup, runs, rate }
    const prepared = await peer.prepare(onProgress)
    const isTuning = tune === 'yes'
    const ours = isTuning ? [] : await measureHanse(options, onProgress)
    const theirs = await (prepared.kind === 'missing'
      ? missingRows(peer, prepared)
      : isTuning
        ? prepared.tune(options, onProgress)
        : prepared.measure(options, onProgress))
    const rows = [...ours, ...theirs]
    const faults = peerFaults(rows)
    const hint = prepared.kind === 'missing' ? [`   Try: ${prepared.hint}`] : []
    return {
      lines: [...peerLines(name, options, rows), ...hint, ...faults.map((fault) => `  ✗ ${fault}`)],
      figures: { scenario: 'peer', peer: name, ...options, rows, faults },
      failed: faults.length > 0,
    }
  },
})

export function missingRows({ title }: Pick<Peer, 'title'>, { reason, isFault }: Omit<MissingPeer, 'kind' | 'hint'>): readonly PeerRow[] {
  return [
    { application: 'signed transfers', isSigned: true },
    { application: 'no signature', isSigned: false },
  ].map((row) => ({ system: title, configuration: 'default, best', load: 'max', notMeasured: reason, isFault, ...row }))
}
