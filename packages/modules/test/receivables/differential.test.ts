import type { HarnessTransaction } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import { address, CAST, DAY_MS } from '../cast.ts'
import { type Args, type Desk, openDesk } from './desk.ts'
import { holderOf, type World } from './model.ts'
import { apply, type ModelCall } from './model-commands.ts'
import { AUCTION_AND_RESALE, type CertificateJson, type Step, step, Walk } from './random-walk.ts'

/**
 * The module against a small model of domain §1 that knows nothing of its code: after every step of a random walk both say whether it was
 * allowed, and have the same holders, states, amounts, lines, invoices and cash.
 */

const MONEY = 1_000_000_000n
const PARTIES = ['nanhai', 'sanshui', 'gaoming', 'bank-a', 'bank-b', 'shunhe', 'settlement-bank'] as const

function firstWorld(now: number): World {
  return {
    now,
    suspended: new Set(),
    lines: new Map([
      ['A-1', { bank: 'bank-a', limit: 500_000_000n, used: 0n }],
      ['B-1', { bank: 'bank-b', limit: 200_000_000n, used: 0n }],
    ]),
    invoices: new Map(),
    issues: new Map(),
    notes: new Map(),
    cash: new Map(['bank-a', 'bank-b', 'shunhe'].map((party) => [party, MONEY])),
    documents: new Map(),
  }
}

const SIGNERS = new Map(
  CAST.flatMap(({ partyId }) => (['maker', 'checker'] as const).map((operator) => [address(partyId, operator), partyId] as const)),
)

function callsOf({ signers, calls }: HarnessTransaction, walk: Walk): readonly ModelCall[] {
  const signing = signers.map((signer) => SIGNERS.get(signer) ?? '')
  const parties = [...new Set(signing)]
  const fourEyes = parties.filter((party) => signing.filter((one) => one === party).length === 2)
  return calls.map((call) => {
    const { command, json } = call as { readonly command: string; readonly json: Args }
    const commitment = walk.sealed.get(`${json['commitment']}`)
    return { command, json: commitment === undefined ? json : { ...json, commitment }, parties, fourEyes }
  })
}

/** What both can say of a world, as one text. */
function pictureOfModel({ notes, lines, invoices, cash }: World): string {
  const ofNotes = [...notes.values()].map((note) => `${note.no} ${note.state} ${holderOf(note)} ${note.owed}`)
  const ofLines = [...lines].map(([lineId, { used }]) => `${lineId} ${used}`)
  const ofInvoices = [...invoices].map(([id, { finance, settled }]) => `${id} ${finance} ${settled}`)
  const ofCash = PARTIES.map((party) => `${party} ${cash.get(party) ?? 0n}`)
  return [...ofNotes, ...ofLines, ...ofInvoices, ...ofCash].join('\n')
}

function pictureOfChain(desk: Desk, { notes, lines, invoices }: World): string {
  const ofNotes = [...notes.keys()].map((certNo) => {
    const { status, holder, outstanding } = desk.certificate(certNo) as unknown as CertificateJson
    return `${certNo} ${status} ${holder} ${outstanding}`
  })
  const ofLines = [...lines.keys()].map((lineId) => `${lineId} ${(desk.query('line', { lineId })['line'] as Args)['used']}`)
  const ofInvoices = [...invoices.keys()].map((invoiceId) => {
    const { finance, settled } = desk.query('invoice', { invoiceId }, 'invoices')['status'] as { finance: string; settled: string }
    return `${invoiceId} ${finance} ${settled}`
  })
  const ofCash = PARTIES.map((party) => `${party} ${desk.balance(party)}`)
  return [...ofNotes, ...ofLines, ...ofInvoices, ...ofCash].join('\n')
}

interface Count {
  allowed: number
  refused: number
  resold: number
  readonly commands: Set<string>
}

function compareOnce(steps: readonly Step[], count: Count): void {
  const opened = openDesk()
  let world = firstWorld(opened.harness.timeMs)
  const desk: Desk = {
    ...opened,
    invoice: (given) => {
      const invoiceId = opened.invoice(given)
      world.invoices.set(invoiceId, { seller: given.seller ?? '', payable: given.gross ?? 0n, finance: 'FREE', settled: 0n })
      return invoiceId
    },
  }
  const walk = new Walk(desk)
  for (const given of steps) {
    if (given.days > 0) desk.harness.advance(given.days * DAY_MS)
    const transaction = walk.transactionOf(given)
    if (transaction === undefined) continue
    const calls = callsOf(transaction, walk)
    const code = walk.send(transaction)
    const told = apply(world, calls, desk.harness.timeMs)
    world = told.world
    const what = `${JSON.stringify(calls, null, 1)}\nthe chain says ${code}, the model ${told.ok ? 'success' : 'no'}`
    if (told.ok !== (code === 'success')) throw new Error(what)
    const [chain, model] = [pictureOfChain(desk, world), pictureOfModel(world)]
    if (chain !== model) throw new Error(`${what}\n--- the chain\n${chain}\n--- the model\n${model}`)
    if (told.ok) {
      count.allowed += 1
      count.commands.add(given.command)
      if ([...world.notes.values()].some(({ sales }) => sales.length > 1)) count.resold += 1
    } else count.refused += 1
  }
}

test('module and model agree on every step of random walks', (t) => {
  const count: Count = { allowed: 0, refused: 0, resold: 0, commands: new Set() }
  fc.assert(
    fc.property(fc.array(step, { minLength: 110, maxLength: 150 }), (steps) => compareOnce([...AUCTION_AND_RESALE, ...steps], count)),
    { numRuns: 12, endOnFailure: true },
  )
  t.comment(
    `${count.allowed} allowed, ${count.refused} refused; ${count.resold} resales; allowed were ${[...count.commands].sort().join(', ')}`,
  )
  t.ok(count.allowed > 300 && count.refused > 300, `${count.allowed} allowed, ${count.refused} refused`)
  t.ok(count.resold > 0 && count.commands.has('acceptBid'), 'an auction, and a resale')
  t.ok(count.commands.size >= 14, `${count.commands.size} commands had a success`)
  t.end()
})
