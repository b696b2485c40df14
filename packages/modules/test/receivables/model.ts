/**
 * Supply chain finance as domain §1 tells it, a second time and by other means: plain objects, whole-day arithmetic with the engine's own
 * calendar, no reason for a refusal. The differential test holds the module to it. Only the limits (hands, depth, leaves, lifetimes) are
 * those of the module's README.
 */

const DAY = 86_400_000
const CHINA = 8 * 3_600_000
export const CORE = 'shunhe'
const CLEARING = 'settlement-bank'
const HANDS = 32
const DEPTH = 8
const LEAVES = 128
const GRACE_DAYS = 3

type State =
  | 'OFFERED'
  | 'ACTIVE'
  | 'TRANSFER_PENDING'
  | 'QUOTED'
  | 'FINANCED'
  | 'MATURED'
  | 'OVERDUE'
  | 'RECOURSE'
  | 'FROZEN'
  | 'SPLIT'
  | 'SETTLED'
  | 'WRITTEN_OFF'
  | 'CANCELLED'

interface Auction {
  readonly no: number
  readonly bidsUntil: number
  readonly ratesUntil: number
  readonly bids: { readonly bank: string; readonly sealed: string; rate?: number }[]
  locked: bigint
}

interface Offer {
  readonly until: number
  readonly rate: number
  readonly recourse: boolean
  auction?: Auction
}

export interface Note {
  readonly no: string
  readonly root: string
  readonly depth: number
  hands: string[]
  owed: bigint
  state: State
  leaves: number
  acceptUntil: number
  transfer?: { readonly to: string; readonly until: number } | undefined
  offer?: Offer | undefined
  /** To banks, the last at the end. */
  sales: readonly { readonly seller: string; readonly recourse: boolean }[]
  freeze?: { orders: { readonly by: string; readonly until: number }[]; readonly was: State; waiting: bigint } | undefined
  auctions: number
}

interface Issue {
  readonly payee: string
  readonly line: string
  readonly invoice: string
  readonly face: bigint
  /** The first moment of the due date, ms. */
  readonly due: number
  /** Order and goods receipt. */
  readonly documents: readonly string[]
  redeemed: bigint
}

export interface Invoice {
  readonly seller: string
  readonly payable: bigint
  finance: 'FREE' | 'PLEDGED' | 'FINANCED' | 'RELEASED'
  settled: bigint
}

/** All there is. It is cloned before each transaction, so that a refused one leaves it as it was. */
export interface World {
  now: number
  readonly suspended: Set<string>
  readonly lines: Map<string, { readonly bank: string; readonly limit: bigint; used: bigint }>
  readonly invoices: Map<string, Invoice>
  readonly issues: Map<string, Issue>
  readonly notes: Map<string, Note>
  readonly cash: Map<string, bigint>
  /** What is left of an order or a goods receipt. */
  readonly documents: Map<string, bigint>
}

export const LIVE: readonly State[] = ['ACTIVE', 'TRANSFER_PENDING', 'QUOTED', 'FINANCED', 'MATURED', 'OVERDUE', 'RECOURSE', 'FROZEN']

/** A refusal, whatever the reason. */
export class Refused extends Error {}

export function demand(condition: boolean): asserts condition {
  if (!condition) throw new Refused()
}

export function isActive(world: World, party: string): boolean {
  return !world.suspended.has(party)
}

export function holderOf(note: Note): string {
  return note.hands.at(-1) as string
}

export function noteOf(world: World, no: string): Note {
  const note = world.notes.get(no)
  demand(note !== undefined)
  return note
}

export function issueOf(world: World, note: Note): Issue {
  return world.issues.get(note.root) as Issue
}

/** Midnight in China at or before a moment, as a count of days. */
function dayOf(time: number): number {
  return Math.floor((time + CHINA) / DAY)
}

export function startOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - CHINA
}

/** The same day of the month some months on, or the last of a shorter month: whether `due` is at most that far ahead. */
export function isWithinMonths(now: number, due: number, months: number): boolean {
  const start = new Date(dayOf(now) * DAY)
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  return dayOf(due) * DAY <= Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(start.getUTCDate(), last))
}

export function isOverdueAt(world: World, issue: Issue): boolean {
  return world.now >= issue.due + (GRACE_DAYS + 1) * DAY
}

export function offerEnds(world: World, issue: Issue, until: number): void {
  demand(until > world.now && until <= world.now + 30 * DAY && until <= issue.due)
}

export function pay(world: World, from: string, to: string, amount: bigint): void {
  demand((world.cash.get(from) ?? 0n) >= amount)
  world.cash.set(from, (world.cash.get(from) ?? 0n) - amount)
  world.cash.set(to, (world.cash.get(to) ?? 0n) + amount)
}

/** ACT/360, half a unit rounds up. */
export function priceAt(issue: Issue, note: Note, rate: number, time: number): bigint {
  const days = dayOf(issue.due) - dayOf(time)
  const exact = note.owed * BigInt(rate) * BigInt(days)
  const year = 360_000_000n
  return note.owed - (exact / year + ((exact % year) * 2n >= year ? 1n : 0n))
}

export function bestBid({ bids }: Auction): { readonly bank: string; readonly rate: number } | undefined {
  let best: { readonly bank: string; readonly rate: number } | undefined
  for (const { bank, rate } of bids) if (rate !== undefined && (best === undefined || rate < best.rate)) best = { bank, rate }
  return best
}

/** An offer is over: what was locked for it goes back. */
export function withdraw(world: World, note: Note): void {
  const auction = note.offer?.auction
  const best = auction === undefined ? undefined : bestBid(auction)
  if (auction !== undefined && best !== undefined) world.cash.set(best.bank, (world.cash.get(best.bank) ?? 0n) + auction.locked)
  note.offer = undefined
  note.transfer = undefined
}

/** Where a claim is when nothing is offered. */
export function rest(note: Note): State {
  return note.sales.length === 0 ? 'ACTIVE' : 'FINANCED'
}

export function become(world: World, note: Note, state: State): void {
  withdraw(world, note)
  note.state = state
}

export function cancel(world: World, note: Note): void {
  const issue = issueOf(world, note)
  note.state = 'CANCELLED'
  note.owed = 0n
  ;(world.invoices.get(issue.invoice) as Invoice).finance = 'FREE'
  const line = world.lines.get(issue.line)
  if (line !== undefined) line.used -= issue.face
  for (const document of issue.documents) world.documents.set(document, (world.documents.get(document) ?? 0n) + issue.face)
}

/** Who gets the claim: not its debtor, nobody who held it. */
export function newHand(note: Note, party: string, room: number): void {
  demand(party !== CORE && !note.hands.includes(party) && note.hands.length < room)
}

export function sell(world: World, note: Note, bank: string, recourse: boolean): void {
  note.sales = [...note.sales, { seller: holderOf(note), recourse }]
  note.hands = [...note.hands, bank]
  note.offer = undefined
  note.state = 'FINANCED'
  ;(world.invoices.get(issueOf(world, note).invoice) as Invoice).finance = 'FINANCED'
}

export function outstandingOf(world: World, root: string): bigint {
  let sum = 0n
  for (const note of world.notes.values()) if (note.root === root) sum += note.owed
  return sum
}

/** Nothing is owed any more: the invoice is free of the claim, and cannot carry another. */
export function close(world: World, note: Note): void {
  if (outstandingOf(world, note.root) === 0n) (world.invoices.get(issueOf(world, note).invoice) as Invoice).finance = 'RELEASED'
}

export function thaw(world: World, note: Note): void {
  const { freeze } = note
  if (freeze === undefined) return
  world.cash.set(holderOf(note), (world.cash.get(holderOf(note)) ?? 0n) + freeze.waiting)
  note.freeze = undefined
  const late = world.now >= issueOf(world, note).due && (freeze.was === 'ACTIVE' || freeze.was === 'FINANCED')
  note.state = note.owed === 0n ? 'SETTLED' : late ? 'MATURED' : freeze.was
}

/** One sum, in proportion: the floor to each, and the units that are left to those who lost most by it, the first of equals first. */
export function shareOut(world: World, note: Note, amount: bigint): void {
  const leaves = [...world.notes.values()].filter(({ root, owed }) => root === note.root && owed > 0n)
  const owed = leaves.reduce((sum, leaf) => sum + leaf.owed, 0n)
  const parts = leaves.map((leaf, place) => ({ leaf, place, part: (amount * leaf.owed) / owed, lost: (amount * leaf.owed) % owed }))
  let left = amount - parts.reduce((sum, { part }) => sum + part, 0n)
  for (const one of [...parts].sort((a, b) => (a.lost === b.lost ? a.place - b.place : a.lost < b.lost ? 1 : -1))) {
    if (left === 0n) break
    one.part += 1n
    left -= 1n
  }
  for (const { leaf, part } of parts) if (part > 0n) payLeaf(world, leaf, part)
}

function payLeaf(world: World, leaf: Note, part: bigint): void {
  leaf.owed -= part
  if (leaf.freeze !== undefined) {
    pay(world, CLEARING, 'escrow', part)
    world.cash.set('escrow', 0n)
    leaf.freeze.waiting += part
    return
  }
  pay(world, CLEARING, holderOf(leaf), part)
  if (leaf.owed === 0n) become(world, leaf, 'SETTLED')
  else if (leaf.state === 'TRANSFER_PENDING' || leaf.state === 'QUOTED') become(world, leaf, rest(leaf))
}

export function firstNote(no: string, payee: string, face: bigint, acceptUntil: number): Note {
  return { no, root: no, depth: 0, hands: [payee], owed: face, state: 'OFFERED', leaves: LEAVES, acceptUntil, sales: [], auctions: 0 }
}

/** The shares are the whole, each positive, not deeper and not more than may be. */
export function cut(world: World, note: Note, shares: readonly bigint[]): void {
  demand(shares.length >= 2 && shares.every((share) => share > 0n) && shares.reduce((sum, share) => sum + share, 0n) === note.owed)
  demand(note.depth < DEPTH && shares.length <= note.leaves)
  for (const [place, share] of shares.entries()) {
    const leaves = 1 + Number((BigInt(note.leaves - shares.length) * share) / note.owed)
    const child: Note = { ...firstNote(`${note.no}.${place + 1}`, '', share, 0), root: note.root, depth: note.depth + 1, leaves }
    world.notes.set(child.no, { ...child, hands: [...note.hands], state: 'ACTIVE' })
  }
  note.state = 'SPLIT'
  note.owed = 0n
}

/** What time brings by itself, at the start of a block. */
export function passTime(world: World, now: number): void {
  world.now = now
  for (const note of world.notes.values()) {
    if (note.freeze !== undefined) {
      const orders = note.freeze.orders.filter(({ until }) => until > now)
      if (orders.length === 0) thaw(world, note)
      else note.freeze.orders = orders
    }
    const { offer, transfer, state } = note
    const vain = offer?.auction
    if (state === 'OFFERED' && note.acceptUntil <= now) cancel(world, note)
    if (transfer !== undefined && transfer.until <= now) become(world, note, 'ACTIVE')
    if (offer !== undefined && offer.until <= now) become(world, note, rest(note))
    else if (vain !== undefined && vain.bids.length === 0 && vain.bidsUntil <= now) become(world, note, rest(note))
    else if (vain !== undefined && bestBid(vain) === undefined && vain.ratesUntil <= now) become(world, note, rest(note))
    const waits: readonly State[] = ['ACTIVE', 'TRANSFER_PENDING', 'QUOTED', 'FINANCED']
    if (waits.includes(note.state) && now >= issueOf(world, note).due) become(world, note, 'MATURED')
  }
}

export const LAST_HAND = HANDS - 1
export const CLEARING_BANK = CLEARING
