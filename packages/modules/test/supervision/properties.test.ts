import { MODULES } from '@hanse/modules'
import type { Json } from '@hanse/protocol'
import type { HarnessTransaction, ModuleHarness } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import { both, CAST, DAY_MS } from '../cast.ts'
import { type Desk, HASH, openDesk } from '../receivables/desk.ts'
import { step, Walk } from '../receivables/random-walk.ts'

/**
 * Domain §9 (2): authorities can block and freeze, never move value. Random interleavings of trade and of everything that this module
 * can be asked to do, by whomever; the harness checks the module's invariants, (1), (4) and (6), after every block, and what was refused is
 * what receipts say.
 */

const OFFICES = ['regulator', 'regulator', 'regulator', 'court', 'court', 'bank-a'] as const
const PARTIES = CAST.map(({ partyId }) => partyId)

interface Order {
  readonly command: string
  readonly pick: number
  readonly amount: number
  readonly who: (typeof OFFICES)[number]
}

const order: fc.Arbitrary<Order> = fc.record({
  command: fc.constantFrom('updateList', 'publishRule', 'publishRule', 'clearHeld', 'freeze', 'freeze', 'unfreeze', 'attestReport'),
  pick: fc.nat(1_000),
  amount: fc.nat(1_000),
  who: fc.constantFrom(...OFFICES),
})

function choose<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T
}

/** What is published so far, to find the next version. */
class Authority {
  readonly #desk: Desk
  readonly #versions = new Map<string, number>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  transactionOf({ command, pick, amount, who }: Order): HarnessTransaction {
    const json = this.#params(command, pick, amount)
    return { signers: both(who), calls: [{ module: 'supervision', command, json }] }
  }

  published(command: string, { json }: { readonly json: Json }): void {
    const { ruleId, listId } = json as { readonly ruleId?: string; readonly listId?: string }
    const id = ruleId ?? listId
    if (command === 'publishRule' || command === 'updateList') this.#versions.set(id ?? '', (this.#versions.get(id ?? '') ?? 0) + 1)
  }

  #params(command: string, pick: number, amount: number): Json {
    const { height, timeMs } = this.#desk.harness
    const partyId = choose(PARTIES, pick)
    const ends = { expiresAtMs: timeMs + (1 + (amount % 60)) * DAY_MS }
    switch (command) {
      case 'updateList': {
        const listId = choose(['un', 'eu'], pick)
        const version = (this.#versions.get(listId) ?? 0) + 1
        return { listId, version, root: HASH, count: 1 + amount, documentHash: HASH, effectiveFrom: height + 1 + (amount % 9) }
      }
      case 'publishRule': {
        const covers = choose(['transfer', 'claim'], pick)
        const ruleId = `${covers}-${pick % 3}`
        const predicate = choose(
          [
            { type: 'amountAbove', currency: 'CNY', amount: `${amount * 10_000}` },
            { type: 'countryListed', countries: ['CN'] },
            {
              type: covers === 'claim' ? 'tenorAbove' : 'countryListed',
              ...(covers === 'claim' ? { days: amount % 200 } : { countries: ['VN'] }),
            },
          ],
          amount,
        )
        const action = choose(['REPORT', 'REPORT', 'REPORT', 'HOLD', 'BLOCK', 'REPEALED', 'REPEALED'], pick)
        const version = (this.#versions.get(ruleId) ?? 0) + 1
        const basis = { legalBasisHash: HASH, emergency: true, effectiveFrom: height + 8 + (amount % 9) }
        return { ruleId, version, covers, predicate, action, ...basis }
      }
      case 'clearHeld':
        return { callDigest: HASH, ...ends }
      case 'freeze':
        return { partyId, orderHash: HASH, ...ends }
      case 'unfreeze': {
        const frozen = PARTIES.filter((one) => isFrozen(this.#desk, one))
        return { partyId: frozen.length === 0 || pick % 4 === 0 ? partyId : choose(frozen, pick), orderHash: HASH }
      }
      default: {
        const over = new Date(timeMs - 31 * DAY_MS).toISOString().slice(0, 'YYYY-MM'.length)
        const period = choose([over, over, over, '2026-04', '2026-06'], pick)
        const counted = this.#desk.query('totals', { period }, 'supervision')['totals'] as Json
        const refused = this.#desk.query('refusals', { period }, 'supervision')['modules'] as Json
        return { period, totals: counted, refused, documentHash: HASH }
      }
    }
  }
}

/** Every balance, every supply, every certificate with its holder: all that is value. */
function valuesOf(walk: Walk): string {
  const { desk } = walk
  const balances = PARTIES.map((partyId) => desk.query('balances', { partyId }, 'settlement'))
  return JSON.stringify([balances, desk.query('currencies', {}, 'settlement'), walk.views()])
}

function must(condition: boolean, message: string): void {
  if (!condition) throw new Error(message)
}

/** Counts the receipts that say that something was refused, from here on. */
function countRefused(harness: ModuleHarness): () => number {
  let count = 0
  const block = harness.block.bind(harness)
  Object.assign(harness, {
    block: (...given: Parameters<ModuleHarness['block']>) => {
      const made = block(...given)
      count += made.receipts.filter(({ outcome }) => outcome === 'rejected').length
      return made
    },
  })
  return () => count
}

/** What the chain counted, over all months that a walk can reach. */
function countedRefusals(desk: Desk): number {
  const months = Array.from({ length: 10 * 12 }, (_, index) => `${2026 + Math.floor(index / 12)}-${`${1 + (index % 12)}`.padStart(2, '0')}`)
  return months
    .flatMap((period) => desk.query('refusals', { period }, 'supervision')['modules'] as readonly { readonly count: number }[])
    .reduce((sum, { count }) => sum + count, 0)
}

function isFrozen(desk: Desk, partyId: string): boolean {
  return desk.query('freezes', { partyId }, 'supervision')['frozen'] === true
}

test('by its make: the module uses none that holds values', (t) => {
  const supervision = MODULES.find(({ name }) => name === 'supervision')
  t.same(supervision?.uses, ['organizations'])
  t.end()
})

test('no command of the module changes a balance, a holder or a total, and what is frozen does not move', (t) => {
  const succeeded = new Map<string, number>()
  let steps = 0
  let refusals = 0
  const mixed = fc.array(fc.oneof({ weight: 3, arbitrary: step }, { weight: 2, arbitrary: order }), { minLength: 90, maxLength: 120 })
  fc.assert(
    fc.property(mixed, (plan) => {
      const walk = new Walk(openDesk())
      const authority = new Authority(walk.desk)
      const { harness } = walk.desk
      const before = countedRefusals(walk.desk)
      const refused = countRefused(harness)
      for (const given of plan) {
        steps += 1
        if ('who' in given && 'days' in given) {
          if (given.days > 0) harness.advance(given.days * DAY_MS)
          const transaction = walk.transactionOf(given)
          if (transaction === undefined) continue
          const frozen = PARTIES.filter((partyId) => isFrozen(walk.desk, partyId))
          const code = walk.send(transaction)
          if (code !== 'success') continue
          for (const { module, type, attributes } of walk.desk.events()) {
            const from = attributes.find(({ key }) => key === 'from')?.value ?? ''
            const moved = module === 'settlement' && type === 'transferred' && from !== 'settlement-bank'
            must(!moved || !frozen.includes(from) || !isFrozen(walk.desk, from), `${given.command} took from ${from}, which is frozen`)
          }
          continue
        }
        const asked = authority.transactionOf(given as Order)
        const call = asked.calls[0] as unknown as { readonly command: string; readonly json: Json }
        const values = valuesOf(walk)
        const { receipts, blockReceipt } = harness.block([asked])
        const events = receipts.flatMap((receipt) => receipt.events)
        must(
          events.every(({ module }) => module === 'supervision'),
          `${call.command} told of another module`,
        )
        // Deadlines of receivables fall due at the start of a block, whatever is in it.
        const swept = (blockReceipt?.events ?? []).some(({ module }) => module !== 'supervision')
        must(swept || values === valuesOf(walk), `${call.command} moved value`)
        if (receipts[0]?.outcome !== 'success') continue
        authority.published(call.command, call)
        succeeded.set(call.command, (succeeded.get(call.command) ?? 0) + 1)
      }
      refusals += refused()
      must(countedRefusals(walk.desk) - before === refused(), `${refused()} receipts refuse, the chain counted otherwise`)
    }),
    { numRuns: 8, endOnFailure: true },
  )
  t.ok(refusals > 0, `${refusals} refusals were counted`)
  t.comment(`${steps} steps; succeeded: ${[...succeeded].map(([command, times]) => `${command} ${times}`).join(', ')}`)
  for (const command of ['updateList', 'publishRule', 'clearHeld', 'freeze', 'unfreeze', 'attestReport']) {
    t.ok((succeeded.get(command) ?? 0) > 0, `${command} went through`)
  }
  t.end()
})
