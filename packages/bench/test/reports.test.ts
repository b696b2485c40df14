import { test } from 'tap'
import { type AttackRow, type HostileReport, hostileFaults, hostileLines, type LoadRow } from '../src/scenarios/hostile-report.ts'
import { type RpcReport, rpcFaults } from '../src/scenarios/rpc-report.ts'

const latencyMs = { count: 1_000, p50: 100, p95: 150, p99: 200, max: 300 }
const baseline: LoadRow = { committedPerSecond: 300, failures: {}, latencyMs, residentMbMax: 180, victimCpuPercent: 20 }

function attack(more: Partial<AttackRow>): AttackRow {
  return {
    ...{ ...baseline, attack: 'requests', summary: '', sentPerSecond: 10_000, heldPerSecond: 0, answeredPerSecond: 10_000, refused: 0 },
    ...{ connections: 100, cut: 0, attackerCpuPercent: 30, alive: true, ...more },
  }
}

function report(...attacks: readonly AttackRow[]): HostileReport {
  return { scenario: 'hostile', validators: 4, offeredPerSecond: 300, seconds: 10, niceness: 0, victim: 'bank-a', baseline, attacks }
}

test('what an attack may not take: a tenth of the rate, 512 MiB, the node', (t) => {
  t.same(hostileFaults(report(attack({}), attack({ committedPerSecond: 270, residentMbMax: 511 }))), [])
  t.match(hostileFaults(report(attack({ committedPerSecond: 269 }))), [/^requests: 89\.7 % of the rate/])
  t.match(hostileFaults(report(attack({ residentMbMax: 512 }))), [/^requests: 512 MB/])
  t.match(hostileFaults(report(attack({ alive: false }))), [/does not answer/])
  t.end()
})

test('what the attacker’s own work takes on the same machine is not the attack’s, but the rest is', (t) => {
  const slow = { committedPerSecond: 200 }
  const control = (committedPerSecond: number): LoadRow => ({ ...baseline, committedPerSecond })
  t.same(hostileFaults(report(attack({ ...slow, control: control(222) }))), [])
  t.match(hostileFaults(report(attack({ ...slow, control: control(223) }))), [/^requests: 66\.7 % of the rate/])
  t.match(hostileLines(report(attack({ ...slow, control: control(222) })))[4], /^ {4}as much work +222\.0 +74\.0 /)
  t.end()
})

test('an attack that did not take place proves nothing', (t) => {
  t.match(hostileFaults(report(attack({ wantedPerSecond: 10_000, sentPerSecond: 8_999 }))), [/came to 8999 of 10000/])
  t.same(hostileFaults(report(attack({ wantedPerSecond: 10_000, sentPerSecond: 9_001 }))), [])
  t.same(hostileFaults(report(attack({ wantedPerSecond: 10_000, sentPerSecond: 900, heldPerSecond: 9_100 }))), [], 'the node took no more')
  t.end()
})

test('each attack has a line, failures in it', (t) => {
  const lines = hostileLines(report(attack({ failures: { 'node/syncing': 3 } })))
  t.match(lines[2], /^ {2}\(none\) +300\.0 +100\.0 +200 +180 +20/)
  t.match(lines[3], /^ {2}requests +300\.0 .*node\/syncing × 3$/)
  t.end()
})

test('reads are judged by the best number of connections, the subscription by its 99th percentile', (t) => {
  const read = (call: string, answeredPerSecond: number, refused = 0) => ({
    ...{ call, connections: 8, answeredPerSecond, refused, latencyMs, nodeCpuPercent: 50 },
  })
  const made = (more: Partial<RpcReport>): RpcReport => ({
    ...{ scenario: 'rpc', validators: 4, offeredPerSecond: 100, seconds: 5, reads: [read('tx_get', 100), read('tx_get', 5_000)] },
    ...{ blockDelayMs: { ...latencyMs, p99: 50 }, ...more },
  })
  t.same(rpcFaults(made({})), [])
  t.match(rpcFaults(made({ reads: [read('tx_get', 4_999)] })), [/tx_get: 4999 reads/])
  t.same(rpcFaults(made({ reads: [read('tx_get', 9_000, 2)] })), [], 'beyond what is promised a client finds its rate')
  t.match(rpcFaults(made({ blockDelayMs: { ...latencyMs, p99: 51 } })), [/51\.0 ms after/])
  t.match(rpcFaults(made({ blockDelayMs: { ...latencyMs, count: 0, p99: 0 } })), [/no block was told/])
  t.end()
})
