import type { Json } from '@hanse/protocol'
import type { HarnessCall, HarnessTransaction, ModuleHarness } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import { address, both } from './cast.ts'
import { openDesk as openPaymentsDesk } from './payments/desk.ts'
import { type Step as PaymentsStep, Walk as PaymentsWalk, step as paymentsStep } from './payments/random-walk.ts'
import { type Args, invoiceCall, openDesk } from './receivables/desk.ts'
import { type Step, step, Walk } from './receivables/random-walk.ts'

/**
 * A module that throws on what its codecs let in refuses with `tx/module-fault` on a chain: a defect. Here calls that succeed are bent,
 * one figure at a time, to the ends of what can be written.
 */

const EXTREMES: Readonly<Record<string, readonly Json[]>> = {
  number: [0, 1, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER],
  amount: ['0', '1', '-1', `${10n ** 38n - 1n}`, `${1n - 10n ** 38n}`, `${2n ** 127n}`, `${2n ** 128n - 1n}`],
  text: ['X', 'x', 'x'.repeat(40), 'X'.repeat(64), '界'.repeat(64), '2026-12-31', '1900-01-01', '2999-12-31'],
}

function kindOf(value: Json): readonly Json[] {
  if (typeof value === 'number') return EXTREMES['number'] as readonly Json[]
  if (typeof value === 'string') return EXTREMES[/^-?[0-9]+$/.test(value) ? 'amount' : 'text'] as readonly Json[]
  return []
}

/** All that differ from `value` in one leaf. */
function* bent(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of bent(item)) yield value.with(index, other)
    if (value.length > 0) yield [...value, value[0] as Json]
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) for (const other of bent(item as Json)) yield { ...value, [key]: other }
  } else yield* kindOf(value)
}

interface Count {
  tried: number
  understood: number
}

/** Bends every call of the transaction in every way, or in every `one in` ways from the `first` on. */
function bendAll(harness: ModuleHarness, { signers, calls }: HarnessTransaction, count: Count, first = 0, oneIn = 1): void {
  for (const [index, call] of calls.entries()) {
    let place = first
    for (const json of bent((call as { readonly json: Json }).json)) {
      if (place++ % oneIn !== 0) continue
      count.tried += 1
      const other = { module: call.module, command: call.command, json }
      const code = codeOf(harness, { signers, calls: calls.with(index, other) })
      if (code === undefined) continue
      count.understood += 1
      if (code === 'tx/module-fault') throw new Error(`${call.module}.${call.command} ${JSON.stringify(json)}`)
    }
  }
}

/** Undefined when the codec does not let it in. */
function codeOf(harness: ModuleHarness, transaction: HarnessTransaction): string | undefined {
  try {
    return harness.simulate(transaction).rejection?.code ?? 'success'
  } catch (error) {
    if (error instanceof Error && /params|json|expected|text/i.test(error.message)) return undefined
    throw error
  }
}

function one(signers: HarnessTransaction['signers'], module: string, command: string, json: Args): HarnessTransaction {
  const call: HarnessCall = { module, command, json }
  return { signers, calls: [call] }
}

const NUMBER = '26442000000000000042'
const INVOICE_ID = `CN:91440605MADEM20025:380:${NUMBER}`

/** In an order in which each succeeds. */
const SUCCESSES: readonly HarnessTransaction[] = [
  one([address('tax')], 'invoices', 'grantQuota', { sellerId: 'gaoming', currency: 'CNY', period: '2026-03', limit: '5' }),
  { signers: [address('nanhai')], calls: [invoiceCall(NUMBER, 113_000n).call] },
  one([address('shunhe')], 'invoices', 'respond', { invoiceId: INVOICE_ID, response: 'ACCEPTED' }),
  one([...both('nanhai'), address('shunhe')], 'invoices', 'redLetter', {
    ...{ invoiceId: INVOICE_ID, number: '26442000000000009001', issueDate: '2026-03-02', amount: '1', reason: 'returned' },
  }),
]

test('no figure, however large, makes a command of invoices throw', (t) => {
  const desk = openDesk()
  const count = { tried: 0, understood: 0 }
  for (const transaction of SUCCESSES) {
    bendAll(desk.harness, transaction, count)
    const [call] = transaction.calls as [HarnessCall]
    t.equal(desk.run(transaction), 'success', `${call.module}.${call.command}`)
  }
  t.ok(count.understood > 150, `${count.understood} of ${count.tried} were understood`)
  t.end()
})

test('nor one of receivables, wherever a random walk has come', (t) => {
  const count = { tried: 0, understood: 0 }
  const walkOnce = (steps: readonly Step[]): void => {
    const walk = new Walk(openDesk())
    for (const [index, given] of steps.entries()) {
      const transaction = walk.transactionOf({ ...given, aim: 7 })
      if (transaction === undefined) continue
      bendAll(walk.desk.harness, transaction, count, index, 3)
      walk.send(transaction)
    }
  }
  fc.assert(fc.property(fc.array(step, { minLength: 60, maxLength: 80 }), walkOnce), { numRuns: 4, endOnFailure: true })
  t.ok(count.understood > 500, `${count.understood} of ${count.tried} were understood`)
  t.end()
})

test('nor one of payments', (t) => {
  const count = { tried: 0, understood: 0 }
  const walkOnce = (steps: readonly PaymentsStep[]): void => {
    const walk = new PaymentsWalk(openPaymentsDesk())
    for (const [index, given] of steps.entries()) {
      const transaction = given.command === 'publish' ? undefined : walk.transactionOf({ ...given, aim: 7 })
      if (transaction === undefined) continue
      // The proofs of a screening have many leaves, all alike.
      bendAll(walk.desk.harness, transaction, count, index, given.command === 'screen' ? 29 : 3)
      walk.send(transaction)
    }
  }
  fc.assert(fc.property(fc.array(paymentsStep, { minLength: 60, maxLength: 80 }), walkOnce), { numRuns: 4, endOnFailure: true })
  t.ok(count.understood > 300, `${count.understood} of ${count.tried} were understood`)
  t.end()
})
