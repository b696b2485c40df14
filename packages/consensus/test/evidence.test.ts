import { contradictionOf, type SignedMessage } from '@hanse/protocol'
import { test } from 'tap'
import * as consensus from '../src/index.ts'
import { describeMessage } from '../src/index.ts'
import { sign } from './support/fixtures.ts'
import { runSchedule } from './support/schedule.ts'

const FAULTY_MS = 3_000

/** What honest engines asked their hosts to sign, each content once, by signer. */
class Statements {
  readonly #seen = new Set<string>()
  readonly bySigner = new Map<number, SignedMessage[]>()
  pairs = 0

  add(index: number, signed: SignedMessage): void {
    const { message } = signed
    if (message.type === 'status' || message.type === 'newView') return
    const text = `${index} ${describeMessage(message)} ${JSON.stringify(message)}`
    if (this.#seen.has(text)) return
    this.#seen.add(text)
    const said = this.bySigner.get(index)
    if (said === undefined) this.bySigner.set(index, [signed])
    else said.push(signed)
  }

  /** Pairs of one signer that would be taken for a proof. */
  *contradictions(): Iterable<string> {
    for (const said of this.bySigner.values()) {
      for (const [index, first] of said.entries()) {
        for (const second of said.slice(index + 1)) {
          this.pairs += 1
          const found = contradictionOf({ first, second })
          if (found !== undefined) yield `${found.kind}: ${describeMessage(first.message)}, ${describeMessage(second.message)}`
        }
      }
    }
  }
}

test('no two messages of an honest engine prove anything, through loss, partitions, crashes and lost logs', (t) => {
  let pairs = 0
  let viewChanges = 0
  let proofs = 0
  for (let seed = 1; seed <= 60; seed++) {
    const statements = new Statements()
    const { network } = runSchedule(consensus, seed % 2 === 0 ? seed : 1_000_000 + seed, {
      faultyMs: FAULTY_MS,
      ...(seed % 2 === 0 ? {} : { validators: 4, smallScope: true }),
      trace: (node, effect) => {
        if (effect.type !== 'broadcast' && effect.type !== 'send') return
        if (!node.network.byzantine.has(node.index)) statements.add(node.index, sign(node.index, effect.message))
      },
    })
    for (const contradiction of statements.contradictions()) t.fail(`seed ${seed}: ${contradiction}`)
    pairs += statements.pairs
    for (const said of statements.bySigner.values()) viewChanges += said.filter(({ message }) => message.type === 'viewChange').length
    // What engines report of the Byzantine is what a chain accepts.
    for (const { kind, first, second } of network.evidence) {
      proofs += 1
      if (contradictionOf({ first, second })?.kind !== kind) t.fail(`seed ${seed}: ${kind} is not what the two prove`)
    }
  }
  t.ok(pairs > 100_000 && viewChanges > 100, `${pairs} pairs, ${viewChanges} ViewChanges`)
  t.ok(proofs > 10, `${proofs} proofs against the Byzantine`)
  t.end()
})
