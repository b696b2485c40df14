import { createPrng } from '@hanse/primitives'
import { asHeight, asValidatorIndex, type SignedMessage, type ValidatorIndex } from '@hanse/protocol'
import type { FinalBlock, ReplicaTimer } from '@hanse/replica'
import { test } from 'tap'
import type { CrashPoint } from '../src/crash-point.ts'
import { Crash } from '../src/fault-injector.ts'
import type { WireFrame } from '../src/frame.ts'
import { MemoryOracle } from '../src/memory-oracle.ts'
import type { NodeWitness, NodeWorld } from '../src/node-world.ts'
import { Oracles } from '../src/oracles.ts'
import { checkReplay } from '../src/replay-oracle.ts'
import { SIM_EPOCH_MS, simChain, validatorKeyName } from '../src/sim-chain.ts'
import { HASHED_SIGNATURES, simKey } from '../src/sim-keys.ts'
import { SimNode } from '../src/sim-node.ts'
import { Violation } from '../src/violation.ts'
import { Workload } from '../src/workload.ts'

const CHAIN = simChain(4)

/** Four nodes on a perfect network without time: frames are handed over in order until there are none. */
class SmallWorld implements NodeWorld, NodeWitness {
  readonly witness = this
  readonly nodes: readonly SimNode[]
  readonly points: CrashPoint[] = []
  readonly signed: SignedMessage[] = []
  readonly told: FinalBlock[] = []
  /** How many points node 0 had come to when it told of each. */
  readonly toldAfter: number[] = []
  crashAt: CrashPoint | undefined
  readonly #frames: { readonly from: ValidatorIndex; readonly to: ValidatorIndex; readonly wire: WireFrame }[] = []
  readonly #timers = new Set<string>()
  readonly #rounds: ValidatorIndex[] = []

  constructor(roundUs?: number) {
    this.nodes = [0, 1, 2, 3].map((index) => {
      const key = simKey(validatorKeyName(index))
      const options = { chain: CHAIN, index: asValidatorIndex(index), key, signatures: HASHED_SIGNATURES, prng: createPrng(index) }
      return new SimNode(roundUs === undefined ? options : { ...options, roundUs }, this)
    })
  }

  start(): this {
    for (const node of this.nodes) node.boot()
    for (const node of this.nodes) for (const peer of this.nodes) if (peer !== node) this.#meet(node, peer.index)
    this.deliver()
    return this
  }

  #meet(node: SimNode, peer: ValidatorIndex): void {
    node.linked(peer, asHeight(0))
  }

  deliver(): void {
    do {
      for (let next = this.#frames.shift(); next !== undefined; next = this.#frames.shift()) {
        const node = this.nodes[next.to] as SimNode
        if (node.isUp) node.receive(next.from, next.wire)
      }
      for (const index of this.#rounds.splice(0)) this.nodes[index]?.round()
    } while (this.#frames.length > 0 || this.#rounds.length > 0)
  }

  nowMs(): number {
    return SIM_EPOCH_MS + 1_000
  }

  send(from: ValidatorIndex, to: ValidatorIndex, wire: WireFrame): void {
    this.#frames.push({ from, to, wire })
  }

  startTimer(node: ValidatorIndex, timer: ReplicaTimer): void {
    this.#timers.add(`${node}/${timer}`)
  }

  stopTimer(node: ValidatorIndex, timer: ReplicaTimer): void {
    this.#timers.delete(`${node}/${timer}`)
  }

  comeRound(node: ValidatorIndex): void {
    this.#rounds.push(node)
  }

  reach(node: ValidatorIndex, point: CrashPoint): void {
    if (node !== 0) return
    this.points.push(point)
    if (point === this.crashAt) throw new Crash(0)
  }

  onSigned(_node: ValidatorIndex, signed: SignedMessage): void {
    this.signed.push(signed)
  }

  onFinalized(node: ValidatorIndex, final: FinalBlock): void {
    this.told.push(final)
    if (node === 0) this.toldAfter.push(this.points.length)
  }

  onStored(): void {}
  onReport(): void {}
  onLogged(): void {}
  onRefused(): void {}
  onNote(): void {}
}

function transactionOf(world: SmallWorld) {
  return new Workload(CHAIN, HASHED_SIGNATURES, createPrng(9)).next(world.nowMs())
}

test('four nodes make a transaction final, and each could end at every point on the way', async (t) => {
  const world = new SmallWorld().start()
  world.nodes[0]?.submit(transactionOf(world))
  world.deliver()
  t.ok(world.told.some(({ block }) => block.included.length === 1))
  for (const point of [
    'in a start',
    'before log',
    'before guard',
    'after log sync',
    'before guard sync',
    'after guard sync',
    'after sync',
    'before sign',
    'amid a broadcast',
    'before store',
    'before finalized',
    'before admission',
    'before send-transactions',
    'before start-timer',
    'before stop-timer',
  ] as const) {
    t.ok(world.points.includes(point), point)
  }
})

test('nothing leaves before what it rests on is durable: a vote before log and guard, what is final before the store', async (t) => {
  for (const roundUs of [undefined, 100]) {
    const world = new SmallWorld(roundUs).start()
    world.nodes[0]?.submit(transactionOf(world))
    world.deliver()
    const unsynced = (upTo: number): ReadonlySet<string> => {
      const parts = new Set<string>()
      for (const point of world.points.slice(0, upTo)) {
        if (point === 'before log' || point === 'before guard' || point === 'before store') parts.add(point.slice('before '.length))
        else if (point === 'after log sync') parts.delete('log')
        else if (point === 'after guard sync') parts.delete('guard')
        else if (point === 'after sync') parts.delete('store')
      }
      return parts
    }
    const broadcasts = world.points.flatMap((point, place) => (point === 'amid a broadcast' ? [place] : []))
    t.not(broadcasts.length, 0)
    for (const place of broadcasts) {
      t.notOk(unsynced(place).has('log'), 'the log of what is sent is synced')
      t.notOk(unsynced(place).has('guard'), 'and so is the guard')
    }
    t.not(world.toldAfter.length, 0)
    for (const place of world.toldAfter) t.notOk(unsynced(place).has('store'), 'what is told final is stored')
  }
})

test('a round takes what has come meanwhile with one sync', async (t) => {
  const syncs = (roundUs?: number): number => {
    const world = new SmallWorld(roundUs).start()
    const workload = new Workload(CHAIN, HASHED_SIGNATURES, createPrng(9))
    for (let left = 5; left > 0; left--) world.nodes[0]?.submit(workload.next(world.nowMs()))
    world.deliver()
    return world.points.filter((point) => point === 'after log sync').length
  }
  t.ok(syncs(100) < syncs(), `${syncs(100)} instead of ${syncs()}`)
})

test('a node with an older disk keeps its guard, and votes for nothing that it may have voted for', async (t) => {
  const world = new SmallWorld().start()
  const [node] = world.nodes as [SimNode]
  const workload = new Workload(CHAIN, HASHED_SIGNATURES, createPrng(9))
  node.backUp()
  node.submit(workload.next(world.nowMs()))
  world.deliver()
  const head = node.reader.head()?.height ?? 0
  const guard = node.disk.guard.read()
  const signed = world.signed.length
  node.crash(createPrng(1))
  node.lose('restore')
  t.ok((node.reader.head()?.height ?? 0) < head, 'the backup is older')
  t.strictSame(node.disk.guard.read(), guard)
  node.boot()
  world.deliver()
  const again = world.signed.slice(signed).filter(({ signer }) => signer === 0)
  t.ok(
    again.every(({ message }) => message.type === 'status'),
    'it only tells where it stands',
  )
})

test('wherever a node ends, its disk replays to a state without other votes', async (t) => {
  const points: readonly CrashPoint[] = [
    'before log',
    'after log sync',
    'before guard sync',
    'after sync',
    'amid a broadcast',
    'before store',
    'before finalized',
  ]
  for (const point of points) {
    for (let seed = 0; seed < 4; seed++) {
      const world = new SmallWorld().start()
      const [node] = world.nodes as [SimNode]
      world.crashAt = point
      t.throws(() => {
        node.submit(transactionOf(world))
        world.deliver()
      }, Crash)
      const before = world.signed.filter(({ signer }) => signer === 0)
      node.crash(createPrng(seed))
      world.crashAt = undefined
      node.boot()
      checkReplay(node, world)
      const again = world.signed.filter(({ signer }) => signer === 0).slice(before.length)
      for (const { message } of again) {
        if (message.type === 'prepare' || message.type === 'commit') {
          const same = before.find(
            (old) => old.message.type === message.type && 'height' in old.message && old.message.height === message.height,
          )
          if (same !== undefined) t.strictSame(message, same.message, `after ${point} the same ${message.type}`)
        }
      }
    }
  }
})

test('oracle 9 sees a log that says less than the node has done', async (t) => {
  const world = new SmallWorld().start()
  const [node] = world.nodes as [SimNode]
  node.submit(transactionOf(world))
  world.deliver()
  t.doesNotThrow(() => checkReplay(node, world))
  const forgetful = Object.create(node, {
    copyInto: {
      value: (other: NodeWorld) =>
        new SimNode(
          { chain: CHAIN, index: node.index, key: simKey(validatorKeyName(0)), signatures: HASHED_SIGNATURES, prng: createPrng(0) },
          other,
        ),
    },
    replica: { get: () => node.replica },
    index: { value: node.index },
    ledger: { value: node.ledger },
  }) as SimNode
  t.throws(() => checkReplay(forgetful, world), Violation, 'a disk that was replaced')
})

test('oracle 5 sees a disk that lost what was told', async (t) => {
  const world = new SmallWorld().start()
  const [node] = world.nodes as [SimNode]
  const workload = new Workload(CHAIN, HASHED_SIGNATURES, createPrng(9))
  const transaction = workload.next(world.nowMs())
  node.submit(transaction)
  world.deliver()
  const oracles = new Oracles(CHAIN, new Set([node.index]), workload, () => 0)
  for (const signed of world.signed) oracles.onSigned(signed.signer, signed)
  for (const final of world.told.filter((one, place, all) => all.findIndex(({ block }) => block.hash === one.block.hash) === place)) {
    oracles.onStored(node.index, final)
    oracles.onFinalized(node.index, final)
  }
  t.doesNotThrow(() => oracles.onBooted(node))
  t.doesNotThrow(() => oracles.onEnd([node], new Set([transaction.id])))
  node.disk.store.wipe()
  t.throws(() => oracles.onBooted(node), /told height \d+ final and came back with 0/)
})

test('oracle 8 knows the bounds of an idle node and of a busy one', async (t) => {
  const world = new SmallWorld().start()
  const memory = new MemoryOracle(CHAIN)
  const [node] = world.nodes as [SimNode]
  memory.check(node)
  node.submit(transactionOf(world))
  world.deliver()
  t.doesNotThrow(() => memory.check(node))
  const swollen = {
    index: node.index,
    replica: { describe: () => ({ ...node.replica.describe(), bodiesHeld: 10_000 }) },
  } as unknown as SimNode
  t.throws(() => memory.check(swollen), /10000 bodies held/)
})
