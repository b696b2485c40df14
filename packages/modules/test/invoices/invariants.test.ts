import { message, text } from '@hanse/protocol'
import { defineCommand, type Module, type StateWriter } from '@hanse/state'
import { test } from 'tap'
import { hanse } from '../../generated/invoices.js'
import { MODULES } from '../../src/index.ts'
import { documents, quotas, redLetters, settlements, statuses } from '../../src/invoices/store.ts'
import { address } from '../cast.ts'
import { INVOICE_ID, openInvoiceDesk, SELLER, SELLER_BOTH } from './desk.ts'

/** Invariants of domain §4 find what is broken: each row breaks one, past all commands. */

const [id, other] = [INVOICE_ID, `${INVOICE_ID}9`]
const QUOTA = ['nanhai', 'CNY', '2026-03']

function change(state: StateWriter, more: object): void {
  statuses.put(state, id, { ...statuses.require(state, id), ...more })
}

function changeDocument(state: StateWriter, more: object): void {
  documents.put(state, id, { ...documents.require(state, id), ...more })
}

const claim = { employer: 'employer-1', claimReference: 'x', lockedAtMs: 1, expiresAtMs: 2 }
const pledges = [{ certNo: 'C', amount: 1n, financed: false }]
const settlement = { kind: 'payment', amount: 5n } as const

const BROKEN: Readonly<Record<string, readonly [invariant: string, breaks: (state: StateWriter) => void]>> = {
  'used is not what was invoiced': ['quotaHolds', (state) => quotas.put(state, QUOTA, { limit: 500_000_000n, used: 1n })],
  'more is used than was granted': ['quotaHolds', (state) => quotas.put(state, QUOTA, { limit: 1n, used: 100_000_000n })],
  'an invoice has no quota': ['quotaHolds', (state) => quotas.delete(state, QUOTA)],
  'a second spelling has a place': [
    'numbersAreUnique',
    (state) => {
      documents.put(state, other, documents.require(state, id))
      statuses.put(state, other, statuses.require(state, id))
      quotas.put(state, QUOTA, { limit: 500_000_000n, used: 200_000_000n })
    },
  ],
  'RED with nothing red': ['axesMatchFigures', (state) => change(state, { legal: 'RED' })],
  'PAID with nothing settled': ['axesMatchFigures', (state) => change(state, { payment: 'PAID' })],
  'PART with nothing settled': ['axesMatchFigures', (state) => change(state, { payment: 'PART' })],
  'PAID with something open': [
    'axesMatchFigures',
    (state) => {
      settlements.append(state, id, settlement)
      change(state, { settled: 5n, payment: 'PAID' })
    },
  ],
  'UNPAID by what flowed': [
    'axesMatchFigures',
    (state) => {
      settlements.append(state, id, settlement)
      change(state, { settled: 5n })
    },
  ],
  'more is pledged than payable': [
    'axesMatchFigures',
    (state) => change(state, { finance: 'PLEDGED', pledges: [{ certNo: 'C', amount: 100_000_001n, financed: false }] }),
  ],
  'FREE with a pledge': ['axesMatchFigures', (state) => change(state, { pledges })],
  'FINANCED without one': ['axesMatchFigures', (state) => change(state, { finance: 'FINANCED' })],
  'FREE after a receivable was redeemed': ['axesMatchFigures', (state) => change(state, { redeemed: true })],
  'LOCKED by nobody': ['axesMatchFigures', (state) => change(state, { reimbursement: 'LOCKED' })],
  'REIMBURSED without its time': ['axesMatchFigures', (state) => change(state, { reimbursement: 'REIMBURSED', claim })],
  'REIMBURSED and pledged': [
    'axesMatchFigures',
    (state) => change(state, { reimbursement: 'REIMBURSED', claim: { ...claim, reimbursedAtMs: 2 }, finance: 'PLEDGED', pledges }),
  ],
  'DEDUCTED without its time': ['axesMatchFigures', (state) => change(state, { tax: 'DEDUCTED' })],
  'more is red than its red letters': [
    'redLettersSumUp',
    (state) => {
      change(state, { red: 2n, legal: 'PART_RED', redLetters: 1 })
      redLetters.put(state, [id, '0'], { number: '1', issueDate: '2026-03-02', amount: 1n, reason: 'x', atMs: 1 })
      quotas.put(state, QUOTA, { limit: 500_000_000n, used: 99_999_998n })
    },
  ],
  'PART without a flow of money': ['settlementsSumUp', (state) => change(state, { settled: 5n, payment: 'PART' })],
  'PAID by more than flowed': [
    'settlementsSumUp',
    (state) => {
      settlements.append(state, id, settlement)
      change(state, { settled: 100_000_000n, payment: 'PAID' })
    },
  ],
  'a flow of money that pays nothing': ['settlementsSumUp', (state) => settlements.append(state, id, settlement)],
  'figures that do not add up': [
    'documentsAddUp',
    (state) => changeDocument(state, { totals: { ...documents.require(state, id).totals, payable: 1n } }),
  ],
  'DEDUCTED without BT-48': [
    'documentsAddUp',
    (state) => {
      const { vatId: _, ...buyer } = documents.require(state, id).buyer
      changeDocument(state, { buyer })
      change(state, { tax: 'DEDUCTED', deductedAtMs: 1 })
    },
  ],
}

const vandal: Module = {
  name: 'vandal',
  version: 1,
  summary: 'breaks the records of invoices',
  commands: {
    break: defineCommand({
      summary: 'break',
      params: message(hanse.invoices.v1.InvoiceArgs, { invoiceId: text({ max: 96 }) }),
      execute: (_context, state, { invoiceId }) => {
        BROKEN[invoiceId]?.[1](state)
        return undefined
      },
    }),
  },
  queries: {},
  invariants: {},
  uses: ['invoices'],
}

test('each invariant finds what breaks it', (t) => {
  for (const [name, [invariant]] of Object.entries(BROKEN)) {
    const desk = openInvoiceDesk([...MODULES, vandal])
    const pattern = new RegExp(`invoices: ${invariant} does not hold`)
    t.throws(() => desk.send([address('nanhai')], 'break', { invoiceId: name }, 'vandal'), pattern, `${invariant}: ${name}`)
  }
  t.end()
})

test('none complains of what commands do', (t) => {
  const desk = openInvoiceDesk([...MODULES, vandal])
  t.equal(desk.send(SELLER, 'break', { invoiceId: 'nothing' }, 'vandal'), 'success')
  const letter = { invoiceId: id, number: '26442000000000009001', issueDate: '2026-03-02', amount: '1', reason: 'x' }
  t.equal(desk.send(SELLER_BOTH, 'redLetter', letter), 'success')
  t.end()
})
