import { createPrng } from '@hanse/primitives'
import type { MembershipChange } from '@hanse/state'
import { test } from 'tap'
import { type CrashPoint, EpochNet, type NetNode } from './support/epoch-net.ts'
import { membershipTransaction, recordOf, waitTransaction } from './support/governor.ts'

const NODES = 7
const FAULTY_MS = 8_000
const STEP_MS = 50
const CRASH_POINTS: readonly CrashPoint[] = ['log', 'guard', 'store', 'send']
const VALIDATORS_MIN = 4
const ENOUGH_EPOCHS = 3

function organizations(node: NetNode): readonly string[] {
  return node.replica.sets.set.validators.map(({ organization }) => organization)
}

/** Nodes come and go, frames are lost, members are exchanged; then all is well again. */
function run(seed: number): { readonly violations: readonly string[]; readonly epochs: number; readonly stuck: string | undefined } {
  const net = new EpochNet({ nodes: NODES, seed, lossPercent: seed % 3 === 0 ? 0 : 3, delayMsMax: 10 + (seed % 4) * 15 })
  const prng = createPrng(seed).fork(9)
  let number = 0
  const all = net.nodes.map(({ index }) => index)
  net.start(...all)
  const submit = (wanted?: MembershipChange): void => {
    const up = net.nodes.filter(({ isUp }) => isUp)
    if (up.length === 0) return
    number += 1
    prng.pick(up).submit(wanted === undefined ? waitTransaction(net.chain, number) : membershipTransaction(net.chain, number, wanted))
  }
  for (const index of [4, 5, 6]) submit({ type: 'admit', record: recordOf(index) })
  for (const endMs = net.nowMs + FAULTY_MS; net.nowMs < endMs; ) {
    net.pass(STEP_MS)
    if (prng.chance(1, 2)) submit()
    const one = net.nodes.find(({ isUp }) => isUp)
    if (one !== undefined && prng.chance(1, 6)) {
      const organization = `validator-${prng.below(NODES)}`
      const validators = organizations(one)
      if (!validators.includes(organization)) submit({ type: 'promote', organization })
      else if (validators.length > VALIDATORS_MIN) submit({ type: 'remove', organization })
    }
    const victim = prng.pick(net.nodes)
    if (prng.chance(1, 12) && victim.isUp) {
      const point = prng.pick(CRASH_POINTS)
      victim.crashIn = () => point
    }
    for (const node of net.nodes) if (!node.isUp && prng.chance(1, 8)) net.start(node.index)
    if (net.isolated.size > 0 ? prng.chance(1, 6) : prng.chance(1, 25)) {
      if (net.isolated.size > 0) net.join(...net.isolated)
      else net.isolate(prng.below(NODES), prng.below(NODES))
    }
  }
  net.lossPercent = 0
  net.join(...net.isolated)
  for (const node of net.nodes) {
    node.crashIn = undefined
    if (!node.isUp) net.start(node.index)
  }
  submit()
  const isQuiet = (): boolean => net.nodes.every(({ height, pool }) => height === net.node(0).height && pool?.size === 0)
  const stuck = net.passUntil(isQuiet, 60_000) ? undefined : net.nodes.map(describe).join('; ')
  const refused = net.nodes.flatMap((node) => node.refused.map((words) => `node ${node.index} refuses ${words}`))
  return { violations: [...net.violations, ...refused], epochs: net.node(0).replica.epoch, stuck }
}

function describe({ index, height, replica, pool }: NetNode): string {
  const { epoch, view, wants, inView, syncing } = replica.describe()
  return `${index} at ${height} in ${epoch}/${view}${inView ? '' : '?'} wants ${wants}, pool ${pool?.size}${syncing ? ', syncing' : ''}`
}

const SEEDS = Number(process.env['HANSE_EPOCH_SEEDS'] ?? 4)

test('whatever happens while members change: agreement, one vote a slot, nobody accused, and all goes on', (t) => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { violations, epochs, stuck } = run(seed)
    t.same(violations, [], `seed ${seed}`)
    t.equal(stuck, undefined, `seed ${seed}`)
    t.ok(epochs >= ENOUGH_EPOCHS, `seed ${seed}: ${epochs} epochs`)
  }
  t.end()
})
