import { recoverRole } from '@hanse/consensus'
import { assert } from '@hanse/primitives'
import { type LogRecord, logRecordCodec, proposalDigest, type SignedMessage, type ValidatorIndex } from '@hanse/protocol'
import { readGuard } from '@hanse/replica'
import type { NodeWitness, NodeWorld } from './node-world.ts'
import { simPeer } from './sim-chain.ts'
import type { SimNode } from './sim-node.ts'
import { Violation } from './violation.ts'

/**
 * Oracle 9: a node made from the disk alone is where the running one is, and what it signs as it starts is what stands in the log:
 * the votes of its view above its head, all of them and no others.
 */
export function checkReplay(node: SimNode, world: Pick<NodeWorld, 'nowMs'>): void {
  const listening = new ListeningWorld(world)
  const copy = node.copyInto(listening)
  copy.boot()
  const [before, after] = [node.replica.describe(), copy.replica.describe()]
  // Who does not vote has no log of views: it learns again where the others are.
  const isMember = node.ledger.validators.validators.some(({ peerId }) => peerId === simPeer(node.index))
  const isElsewhere = isMember && (after.view !== before.view || after.inView !== before.inView)
  if (after.head.hash !== before.head.hash || isElsewhere) {
    const place = ({ head, view, inView }: typeof before): string => `height ${head.height}, view ${view}${inView ? '' : ' not entered'}`
    throw new Violation(9, `validator ${node.index} was at ${place(before)}, and replays to ${place(after)}`)
  }
  const log = logOf(node)
  const logged = votesOf(log, before)
  const offered = new Set(listening.signed.flatMap(voteText))
  for (const vote of offered)
    if (!logged.has(vote)) throw new Violation(9, `validator ${node.index} replays and signs ${vote}, which it has not logged`)
  // One between two views only repeats its ViewChange; one whose log has lost its last vote is silent until it has caught up.
  const role = recoverRole(readGuard(node.disk.guard.read()), log)
  if (!isMember || !before.inView || !role.ok || role.value.type !== 'validator') return
  for (const vote of logged)
    if (!offered.has(vote)) throw new Violation(9, `validator ${node.index} replays and does not offer ${vote} again`)
}

function logOf(node: SimNode): readonly LogRecord[] {
  return node.disk.log.readAll().map(({ bytes }) => {
    const record = logRecordCodec.decode(bytes)
    assert(record.ok, 'a log holds records')
    return record.value
  })
}

function votesOf(log: readonly LogRecord[], { epoch, view, head }: ReturnType<SimNode['replica']['describe']>): ReadonlySet<string> {
  const votes = new Set<string>()
  for (const record of log) {
    if (record.type !== 'prepare' && record.type !== 'commit') continue
    if (record.epoch !== epoch || record.view !== view || record.height <= head.height) continue
    votes.add(`${record.type} ${record.height} ${record.digest}${record.headerHash === undefined ? '' : ` ${record.headerHash}`}`)
  }
  return votes
}

function voteText({ message }: SignedMessage): readonly string[] {
  switch (message.type) {
    case 'proposal':
      return [`prepare ${message.body.height} ${proposalDigest(message.body)}`]
    case 'prepare':
      return [`prepare ${message.height} ${message.digest}`]
    case 'commit':
      return [`commit ${message.height} ${message.digest} ${message.headerHash}`]
    default:
      return []
  }
}

/** A world that has a clock, and hears what a node says as it starts. */
class ListeningWorld implements NodeWorld, NodeWitness {
  readonly witness = this
  readonly signed: SignedMessage[] = []
  readonly #world: Pick<NodeWorld, 'nowMs'>

  constructor(world: Pick<NodeWorld, 'nowMs'>) {
    this.#world = world
  }

  nowMs(node: ValidatorIndex): number {
    return this.#world.nowMs(node)
  }

  onSigned(_node: ValidatorIndex, signed: SignedMessage): void {
    this.signed.push(signed)
  }

  send(): void {}
  comeRound(): void {}
  startTimer(): void {}
  stopTimer(): void {}
  reach(): void {}
  onLogged(): void {}
  onStored(): void {}
  onFinalized(): void {}
  onReport(): void {}
  onRefused(): void {}
  onNote(): void {}
}
