import type { Hash } from '@hanse/primitives'
import { test } from 'tap'
import { checkAcknowledged } from '../src/checks/acknowledged.ts'
import { checkAgreement, RunningAgreement } from '../src/checks/agreement.ts'
import type { BlockSummary, ChainTransaction } from '../src/checks/chain.ts'
import { checkConservation } from '../src/checks/conservation.ts'
import { checkEvidence } from '../src/checks/evidence.ts'
import { checkLinearizable, checkReadsForward } from '../src/checks/linearizable.ts'
import type { Operation, Outcome, Read } from '../src/load/history.ts'

function hashOf(name: string): Hash {
  return `0x${Buffer.from(name).toString('hex').padEnd(64, '0')}` as Hash
}

function block(height: number, ...ids: readonly string[]): BlockSummary {
  return { height, hash: hashOf(`block ${height}`), transactionIds: ids.map(hashOf) }
}

const ledger = {
  height: 0,
  opening: new Map([
    ['a', 100n],
    ['b', 0n],
  ]),
  issuer: 'a',
}

function pay(name: string, from: string, to: string, amount: bigint, times: readonly [number, number], outcome?: Outcome): Operation {
  const operation: Operation = {
    intent: { type: 'transfer', from, to, amount },
    sentMs: times[0],
    hash: hashOf(name),
    returnedMs: times[1],
  }
  if (outcome !== undefined) operation.outcome = outcome
  return operation
}

function final(height: number, isSuccess = true): Outcome {
  return { type: 'final', height, isSuccess, ...(isSuccess ? {} : { code: 'settlement/insufficient-funds' }) }
}

function inChain({ intent, hash }: Operation, height: number, isSuccess = true): ChainTransaction {
  return { hash: hash as Hash, height, intent, isSuccess, ...(isSuccess ? {} : { code: 'settlement/insufficient-funds' }) }
}

function read(height: number, account: string, amount: bigint, times: readonly [number, number] = [0, 1]): Read {
  return { node: 0, account, sentMs: times[0], returnedMs: times[1], height, amount }
}

test('agreement: one block a height, none left out, one head', (t) => {
  const good = [block(1), block(2), block(3)]
  t.same(
    checkAgreement(
      new Map([
        ['x', good],
        ['y', good],
      ]),
    ),
    [],
  )
  const forked = [block(1), { ...block(2), hash: hashOf('another') }, block(3)]
  t.match(
    checkAgreement(
      new Map([
        ['x', good],
        ['y', forked],
      ]),
    ),
    [{ check: 'agreement', message: /^height 2: y has/ }],
  )
  t.match(
    checkAgreement(
      new Map([
        ['x', good],
        ['y', good.slice(0, 2)],
      ]),
    ),
    [{ message: /heads differ: x 3, y 2/ }],
  )
  t.match(checkAgreement(new Map([['x', [block(1), block(3)]]])), [{ message: /height 3 in the place of 2/ }])
  const running = new RunningAgreement()
  t.equal(running.add('x', 7, '0x1'), undefined)
  t.equal(running.add('y', 7, '0x1'), undefined)
  t.match(running.add('y', 7, '0x2'), /height 7: y has 0x2, x had 0x1/)
  t.end()
})

test('acknowledged: on every node, where the client was told, and once', (t) => {
  const told = pay('t', 'a', 'b', 1n, [0, 1], final(2))
  const unknown = pay('u', 'a', 'b', 1n, [0, 1], { type: 'unknown', code: '' })
  const history = { operations: [told, unknown], reads: [] }
  const good = [block(1), block(2, 't')]
  t.same(
    checkAcknowledged(
      history,
      new Map([
        ['x', good],
        ['y', good],
      ]),
    ),
    [],
    'what nobody was told may be nowhere',
  )
  t.match(
    checkAcknowledged(
      history,
      new Map([
        ['x', good],
        ['y', [block(1), block(2)]],
      ]),
    ),
    [{ message: /^y does not have/ }],
  )
  t.match(checkAcknowledged(history, new Map([['x', [block(1, 't'), block(2)]]])), [{ message: /at height 1, told was 2/ }])
  t.match(checkAcknowledged(history, new Map([['x', [block(1, 't'), block(2, 't')]]])), [{ message: /at heights 1 and 2/ }])
  t.end()
})

test('linearizable: a good history, with an unknown outcome that took effect and one that did not', (t) => {
  const first = pay('1', 'a', 'b', 60n, [0, 10], final(1))
  const second = pay('2', 'a', 'b', 60n, [5, 20], final(2, false))
  const lost = pay('3', 'b', 'a', 10n, [6, 100], { type: 'unknown', code: '' })
  const never = pay('4', 'b', 'a', 10n, [6, 100], { type: 'unknown', code: '' })
  const chain = [inChain(first, 1), inChain(second, 2, false), inChain(lost, 2)]
  const reads = [read(0, 'a', 100n), read(1, 'a', 40n), read(2, 'b', 50n), read(9, 'a', 50n)]
  t.same(checkLinearizable({ operations: [first, second, lost, never], reads }, chain, ledger), [])
  t.end()
})

test('linearizable: what is planted is found', (t) => {
  const first = pay('1', 'a', 'b', 60n, [0, 10], final(1))
  const later = pay('2', 'b', 'a', 10n, [20, 30], final(2))
  const check = (operations: readonly Operation[], chain: readonly ChainTransaction[], reads: readonly Read[] = []): readonly string[] =>
    checkLinearizable({ operations, reads }, chain, ledger).map(({ message }) => message)
  const both = [first, later]
  t.same(check(both, [inChain(first, 1), inChain(later, 2)]), [])
  t.match(check(both, [inChain(first, 1), inChain(first, 1), inChain(later, 2)]), [/is in the chain twice/, /./], 'executed twice')
  t.match(check([first], [inChain(first, 1), inChain(later, 2)]), [/which no client sent/])
  const outOfThinAir = pay('2', 'b', 'a', 0n, [20, 30], final(1))
  const early = inChain(outOfThinAir, 1)
  t.match(
    check([first, outOfThinAir], [early, inChain(first, 1)]),
    [/was sent after .* had been answered, and stands before it/],
    'against real time',
  )
  t.match(check(both, [inChain(first, 1, false), inChain(later, 2)]), [
    /told success, the chain has the opposite/,
    /rejected .* against the books/,
  ])
  t.match(check(both, [inChain(later, 2)]), [/took effect against the books/], 'paid from nothing')
  const refused = { ...first, outcome: { type: 'refused', code: 'pool/full' } as const }
  t.match(check([refused], [inChain(first, 1)]), [/was refused with pool\/full, and is final/])
  const changed = { ...inChain(first, 1), intent: { type: 'transfer', from: 'a', to: 'b', amount: 61n } as const }
  t.match(check([first], [changed]), [/is transfer a b 61, and transfer a b 60 was sent/])
  const strange = { ...inChain(pay('5', 'b', 'a', 1_000n, [0, 9], final(1, false)), 1, false), code: 'settlement/other' }
  t.match(check([pay('5', 'b', 'a', 1_000n, [0, 9], final(1, false))], [strange]), [/rejected with settlement\/other/])
  t.match(
    check(both, [inChain(first, 1), inChain(later, 2)], [read(1, 'a', 50n)]),
    [/said a held 50 at height 1; it was 40/],
    'a read of another state',
  )
  t.end()
})

test('linearizable: an unknown outcome may come late, and not before it was sent', (t) => {
  const first = pay('1', 'a', 'b', 10n, [0, 10], final(2))
  const open = pay('2', 'a', 'b', 10n, [20, 90], { type: 'unknown', code: '' })
  t.same(checkLinearizable({ operations: [first, open], reads: [] }, [inChain(first, 2), inChain(open, 3)], ledger), [])
  t.match(checkLinearizable({ operations: [first, open], reads: [] }, [inChain(open, 1), inChain(first, 2)], ledger), [
    { message: /stands before it/ },
  ])
  t.end()
})

test('reads go forward at each node, and know what it told', (t) => {
  const at = (height: number, sentMs: number, returnedMs: number, node = 0): Read => ({
    node,
    account: 'a',
    sentMs,
    returnedMs,
    height,
    amount: 0n,
  })
  t.same(checkReadsForward({ operations: [], reads: [at(5, 0, 1), at(5, 2, 3), at(4, 2, 3, 1)] }, []), [], 'another node may be behind')
  t.same(checkReadsForward({ operations: [], reads: [at(5, 0, 9), at(4, 1, 3)] }, []), [], 'at the same time both are right')
  t.match(checkReadsForward({ operations: [], reads: [at(5, 0, 1), at(4, 2, 3)] }, []), [
    { check: 'reads', message: /height 4 after it had shown 5/ },
  ])
  const told: Operation = { ...pay('1', 'a', 'b', 1n, [0, 1], final(7)), node: 0 }
  t.match(checkReadsForward({ operations: [told], reads: [at(6, 2, 3)] }, []), [{ message: /after it had shown 7/ }])
  const elsewhere: Operation = { ...told, node: 1 }
  t.same(checkReadsForward({ operations: [elsewhere], reads: [at(6, 2, 3)] }, []), [])
  t.same(
    checkReadsForward({ operations: [], reads: [at(5, 0, 1), at(1, 3, 4)] }, [{ node: 0, atMs: 2 }]),
    [],
    'its store was taken from it',
  )
  t.end()
})

test('conservation: what is held is what was issued and not redeemed', (t) => {
  const books = { node: 'x', height: 3, balances: [60n, 30n], minted: 100n, redeemed: 10n }
  t.same(checkConservation([books]), [])
  t.match(checkConservation([{ ...books, balances: [60n, 31n] }]), [
    { check: 'conservation', message: /91 are held, 100 were issued and 10 redeemed/ },
  ])
  t.end()
})

test('of many violations of one kind the first few are told, and the rest is counted', (t) => {
  const forked = (name: string): readonly BlockSummary[] =>
    Array.from({ length: 20 }, (_, index) => ({ ...block(index + 1), hash: hashOf(`${name} ${index}`) }))
  const found = checkAgreement(
    new Map([
      ['x', forked('x')],
      ['y', forked('y')],
    ]),
  )
  t.equal(found.length, 6)
  t.match(found.at(-1), { message: 'and 15 more' })
  t.end()
})

test('evidence is against liars alone, and where nobody lies there is none', (t) => {
  const found = new Set([
    'bank-a: conflicting-commit at height 5, kept by bank-b',
    'bank-a: conflicting-commit at height 5, on the chain since 7',
  ])
  const reports = [{ hash: `0x${'12'.repeat(32)}` as Hash, height: 7 }]
  const check = (...given: Parameters<typeof checkEvidence>): readonly string[] => checkEvidence(...given).map(({ message }) => message)
  t.same(check(found, reports, new Set(['bank-a'])), [])
  t.same(check(found, reports, new Set(['bank-b'])), [...found], 'an honest one is accused')
  t.match(check(new Set(), reports, new Set()), [/height 7 has the evidence 0x12.*, and nobody lies/])
  t.end()
})
