import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'tap'
import { readCommandLine } from '../src/command-line.ts'
import type { RunFigures } from '../src/load/figures.ts'
import { cometbft, versionOf } from '../src/peer/cometbft.ts'
import { type DriveReport, parseDriveLine, peerRun } from '../src/peer/drive.ts'
import { goFault } from '../src/peer/go-tools.ts'
import { hanseRun } from '../src/peer/hanse.ts'
import { type MeasureOptions, medianRun, type PeerRow, type PeerRun } from '../src/peer/peer.ts'
import { withSettings } from '../src/peer/settings.ts'
import { peerFaults, peerLines } from '../src/peer/table.ts'
import { missingRows, peerScenario } from '../src/scenarios/peer.ts'
import { rpcScenario } from '../src/scenarios/rpc.ts'

const OPTIONS: MeasureOptions = { seconds: 20, warmup: 5, runs: 3, rate: 'max' }
const REPORT: DriveReport = {
  ...{ seconds: 10, committed: 20_000, committedPerSecond: 2_000, failed: 0, blocks: 40, sent: 25_000, refused: {}, lost: 0, agreed: true },
  latencyMs: { count: 20_000, p50: 100, p95: 200, p99: 300, max: 400 },
}

function run(committedPerSecond: number, more: Partial<PeerRun> = {}): PeerRun {
  return { ...peerRun(REPORT, { nodes: 16, clients: 2 }, 4), committedPerSecond, ...more }
}

function row(system: string, committedPerSecond: number, more: Partial<PeerRow> = {}): PeerRow {
  const head = { system, configuration: 'best', application: 'signed transfers', isSigned: true, load: 'max' }
  return { ...head, runs: [run(committedPerSecond)], ...more } as PeerRow
}

test('a line of the drive program is an event, or it is refused', (t) => {
  t.same(parseDriveLine('{"event":"ready","prepared":7}'), { event: 'ready', prepared: 7 })
  t.match(parseDriveLine(JSON.stringify({ event: 'report', ...REPORT })), { committed: 20_000, latencyMs: { p99: 300 } })
  const { lost: _, ...lacking } = REPORT
  t.throws(() => parseDriveLine(JSON.stringify({ event: 'report', ...lacking })), /lacks figures/)
  t.throws(() => parseDriveLine(JSON.stringify({ event: 'report', ...REPORT, latencyMs: {} })), /lacks figures/)
  t.throws(() => parseDriveLine('{"event":"other"}'), /the drive program says/)
  t.throws(() => parseDriveLine('panic: no'))
  t.end()
})

test('processor time is told of one node, and of one transaction at it', (t) => {
  const figures = peerRun(REPORT, { nodes: 16, clients: 2 }, 4)
  t.match(figures, { cpuPercentNode: 40, cpuMicrosNode: 200, cpuPercentClient: 20, transactionsPerBlock: 500, failures: {} })
  t.end()
})

test('of Hanse, nodes and clients are told apart, and what was refused is a failure', (t) => {
  const nodes = ['bank-a', 'bank-b']
  const processOf = (name: string, cpuSeconds: number) => ({ name, cpuSeconds, residentMb: 100, cpuUsPerTransaction: 0 })
  const figures = {
    ...{ seconds: 10, committed: 20_000, committedPerSecond: 2_000, blocks: 40, latencyMs: { ...REPORT.latencyMs } },
    ...{ rejected: { 'settlement/too-little': 2 }, failures: {}, clients: nodes.map((node) => ({ node })) },
    processes: [
      ...nodes.map((node) => processOf(node, 4)),
      ...nodes.map((node) => processOf(`client of ${node}`, 1)),
      processOf('bench', 0),
    ],
  } as unknown as RunFigures
  t.match(hanseRun(figures), { cpuPercentNode: 40, cpuMicrosNode: 200, cpuPercentClient: 20, transactionsPerBlock: 500 })
  t.same(hanseRun(figures).failures, { 'settlement/too-little': 2 })
  t.end()
})

test('a full pool bounds the load and is no failure; all else that was not committed is one', (t) => {
  const refused = { 'mempool is full': 9, 'code 2': 1 }
  const figures = peerRun({ ...REPORT, refused, failed: 2, lost: 3, agreed: false }, { nodes: 1, clients: 1 }, 4)
  t.same(figures.failures, {
    'code 2': 1,
    'in a block and refused': 2,
    'never in a block': 3,
    'nodes that do not agree with the client': 1,
  })
  t.end()
})

test('a row is the median of its runs, figure by figure, and has every failure', (t) => {
  const median = medianRun([run(100, { p50Ms: 9, failures: { a: 1 } }), run(300, { p50Ms: 5 }), run(200, { p50Ms: 7, failures: { a: 2 } })])
  t.match(median, { committedPerSecond: 200, p50Ms: 7, failures: { a: 3 } })
  t.end()
})

test('ours is compared with the best of theirs that checks signatures too, at the highest load', (t) => {
  const theirs = [row('Peer', 500), row('Peer', 800), row('Peer', 9_000, { isSigned: false }), row('Peer', 900, { load: 'half of max' })]
  const last = (ours: number): string => peerLines('peer', OPTIONS, [row('Hanse', ours), ...theirs]).at(-1) as string
  t.match(last(1_200), /Hanse to Peer \(best\), with the same signature check: 1\.50 ×, ahead/)
  t.match(last(400), /0\.50 ×, behind/)
  t.same(peerFaults([row('Hanse', 800), ...theirs]), [])
  t.match(peerFaults([row('Hanse', 799), ...theirs]), [/^Hanse is behind: 1\.00 ×/])
  const failing = row('Peer', 800, { runs: [run(800, { failures: { 'never in a block': 2 } })] })
  t.match(peerFaults([row('Hanse', 800), failing]), [/^Peer, best, signed transfers, max: never in a block × 2$/])
  t.end()
})

test('what was not measured is never behind, and Hanse never ahead of it', (t) => {
  const rows = [row('Hanse', 4_000), ...missingRows({ title: 'Peer' }, { reason: 'no Go tool chain', isFault: false })]
  const lines = peerLines('peer', OPTIONS, rows)
  t.equal(lines.filter((line) => line.includes('not measured here: no Go tool chain')).length, 2)
  t.match(lines.at(-1), /Hanse to its peer: not measured here/)
  t.notMatch(lines.join('\n'), /ahead|behind/)
  t.same(peerFaults(rows), [])
  t.match(peerFaults(missingRows({ title: 'Peer' }, { reason: 'it does not build', isFault: true })), [
    /it does not build$/,
    /it does not build$/,
  ])
  t.end()
})

test('without a Go tool chain nothing is built, and the reason is told with what helps', async (t) => {
  const empty = mkdtempSync(join(tmpdir(), 'no-go-'))
  const path = process.env['PATH']
  t.teardown(() => {
    process.env['PATH'] = path
    rmSync(empty, { recursive: true })
  })
  process.env['PATH'] = empty
  const prepared = await cometbft.prepare(() => undefined)
  t.match(prepared, { kind: 'missing', isFault: false, reason: 'no Go tool chain', hint: /install Go/ })
})

test('a module proxy that does not answer is told apart from code that does not build', (t) => {
  const silent = goFault('cannot fetch it', {
    stderr: ['go: downloading x v1', 'go: x@v1: Get "https://proxy.example/x": dial tcp 192.0.2.1:443: i/o timeout'],
  })
  t.match(silent, { isFault: true, reason: /^cannot fetch it: go: x@v1: Get/, hint: /GOPROXY/ })
  t.match(goFault('cannot fetch it', { stderr: ['go: go.mod requires go >= 1.25.0 (running go 1.21.0)'] }), { hint: /install Go 1\.25/ })
  t.match(goFault('cannot build it', { stderr: ['./main.go:7:2: undefined: x'] }), { reason: /undefined: x$/, hint: /look at/ })
  t.end()
})

test('a setting is changed in its own section, and one that is not there is an error', (t) => {
  const toml = 'size = 1\n\n[mempool]\nsize = 5000\nsize_max = 2\n[[p2p.overrides]]\nsize = 3\n\n[p2p.libp2p]\nsize = 4\n'
  const changed = withSettings(toml, [{ section: 'mempool', key: 'size', value: '50000' }])
  t.equal(changed, toml.replace('size = 5000', 'size = 50000'))
  t.equal(withSettings(toml, [{ section: '', key: 'size', value: '9' }]), toml.replace('size = 1', 'size = 9'))
  t.equal(withSettings(toml, [{ section: 'p2p.libp2p', key: 'size', value: '9' }]), toml.replace('size = 4', 'size = 9'))
  t.throws(() => withSettings(toml, [{ section: 'mempool', key: 'gone', value: '1' }]), /no gone in \[mempool\]/)
  t.end()
})

test('the version of the library is the one that go.mod pins', (t) => {
  t.equal(versionOf('module x\n\nrequire (\n\tgithub.com/cometbft/cometbft v1.2.3\n\tgithub.com/cometbft/cometbft-db v0.1.0\n)\n'), '1.2.3')
  t.throws(() => versionOf('module x\n'), /no version/)
  t.end()
})

test('the peer is the word after the scenario, and no other scenario takes one', (t) => {
  const read = (...words: readonly string[]) => readCommandLine(words, [peerScenario, rpcScenario])
  t.match(read('peer', 'cometbft', '--runs', '1'), { ok: true, value: { values: { peer: 'cometbft', runs: 1, rate: 'max' } } })
  t.match(read('peer', '--rate', '300'), { ok: true, value: { values: { peer: 'cometbft', rate: 300 } } })
  t.match(read('peer', 'another'), { ok: false, error: { message: '--peer is one of cometbft', hint: /peer \[cometbft\] \[--seconds/ } })
  t.match(read('rpc', 'cometbft'), { ok: false })
  t.end()
})
