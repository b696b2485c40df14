import { bytesToHex, createPrng, type Hash } from '@hanse/primitives'
import { asEpoch, asHeight, asValidatorIndex, asView, type ProposalBody, proposalDigest } from '@hanse/protocol'
import { test } from 'tap'
import { transactionOn } from './support/four-validators.ts'
import { HONEST, ThreeHonest } from './support/three-honest.ts'

const VIEW = asView(0)
const BLOCK_MS = 20
/** Ten seconds of them, under a view timeout of less than half a second. */
const BLOCKS = 500
/** Heights for which the liar has proposals out before they have their turn. */
const AHEAD = 6

/** What the primary shows to one of the three at each height, in turn, in place of the empty block that the two others see. */
type Lie = 'none' | 'withheld' | 'made-up ids'

class EmptyBlocks {
  readonly net = new ThreeHonest()
  readonly #lie: Lie
  readonly #bodies = new Map<number, ProposalBody>()

  constructor(lie: Lie) {
    this.#lie = lie
  }

  run(): void {
    const ahead = this.#lie === 'made-up ids' ? AHEAD : 0
    for (let height = 1; height <= ahead; height++) this.#propose(height)
    for (let height = 1; height <= BLOCKS; height++) {
      this.#propose(height + ahead)
      if (!this.#finish(height)) return
      this.net.pass(BLOCK_MS)
    }
  }

  #fooledAt(height: number): number {
    return HONEST[height % HONEST.length] as number
  }

  #propose(height: number): void {
    const empty = { epoch: asEpoch(0), height: asHeight(height), ids: [], timeMs: this.net.nowMs, proposer: asValidatorIndex(0) }
    const madeUp = { ...empty, ids: [bytesToHex(createPrng(height).bytes(32)) as Hash] }
    this.#bodies.set(height, empty)
    for (const to of HONEST) {
      const isFooled = this.#lie !== 'none' && to === this.#fooledAt(height)
      if (!isFooled) this.net.say(to, { type: 'proposal', view: VIEW, body: empty })
      else if (this.#lie === 'made-up ids') this.net.say(to, { type: 'proposal', view: VIEW, body: madeUp })
    }
  }

  /** The primary's votes, so that the height becomes final. False when the three do not go along any more. */
  #finish(height: number): boolean {
    const digest = proposalDigest(this.#bodies.get(height) as ProposalBody)
    if (this.#lie === 'made-up ids') this.net.say(this.#fooledAt(height), { type: 'prepare', view: VIEW, height: asHeight(height), digest })
    const commit = this.net.commits.get(height)
    if (commit === undefined) return false
    for (const to of HONEST) this.net.say(to, commit)
    return true
  }
}

for (const lie of ['none', 'withheld', 'made-up ids'] as const) {
  test(`a primary that makes empty blocks while a transaction waits is left; to one in turn: ${lie}`, (t) => {
    const blocks = new EmptyBlocks(lie)
    const waiting = transactionOn(blocks.net.chain, 1)
    for (const index of HONEST) blocks.net.node(index).pool.admit(waiting, { nowMs: blocks.net.nowMs, timeMs: blocks.net.nowMs })
    blocks.run()
    const views = HONEST.map((index) => blocks.net.node(index).replica.describe().view)
    t.ok(
      views.every((view) => view >= 1),
      `views ${views.join(', ')}`,
    )
    t.end()
  })
}
