import { type Rejection, reject } from '@hanse/primitives'
import type { Module, StateReader } from '@hanse/state'
import { balanceOf } from '../settlement/api.ts'
import { rowsOf, type TableRow } from '../table-rows.ts'
import { bidVaultOf } from './auction-store.ts'
import type { Auction, Certificate, DocumentUse, Line, Root } from './codecs.ts'
import { payableOf } from './invoice-links.ts'
import { escrowOf } from './payout.ts'
import { isTerminal } from './status.ts'
import { auctions, certificates, documentUses, lines, MODULE_NAME, roots } from './store.ts'

/** Everything the module holds, read once. */
interface Books {
  readonly certificates: readonly Certificate[]
  readonly roots: ReadonlyMap<string, Root>
  readonly lines: ReadonlyMap<string, Line>
  readonly auctions: ReadonlyMap<string, Auction>
  /** By [type, issuer, payee, reference], joined by commas. */
  readonly uses: ReadonlyMap<string, DocumentUse>
  /** By root certificate: what its certificates, all of them, have outstanding. */
  readonly outstanding: ReadonlyMap<string, bigint>
}

/** What is wrong, in words. */
type Fault = string | undefined
type Check = (books: Books, state: StateReader) => Fault

function byKey<V>(rows: Iterable<TableRow<V>>): Map<string, V> {
  return new Map([...rows].map(({ key, value }) => [key.join(), value]))
}

function addTo(totals: Map<string, bigint>, key: string, amount: bigint): void {
  totals.set(key, (totals.get(key) ?? 0n) + amount)
}

function readBooks(state: StateReader, keys: () => Iterable<Uint8Array>): Books {
  const all = byKey(rowsOf(state, keys, { module: MODULE_NAME, name: 'certificate', table: certificates }))
  const outstanding = new Map<string, bigint>()
  for (const certificate of all.values()) addTo(outstanding, certificate.rootNo, certificate.outstanding)
  return {
    certificates: [...all.values()],
    roots: byKey(rowsOf(state, keys, { module: MODULE_NAME, name: 'root', table: roots })),
    lines: byKey(rowsOf(state, keys, { module: MODULE_NAME, name: 'line', table: lines })),
    auctions: byKey(rowsOf(state, keys, { module: MODULE_NAME, name: 'auction', table: auctions })),
    uses: byKey(rowsOf(state, keys, { module: MODULE_NAME, name: 'document-use', table: documentUses })),
    outstanding,
  }
}

function isCancelled(state: StateReader, rootNo: string): boolean {
  return certificates.require(state, rootNo).status === 'CANCELLED'
}

/** (1) Σ live + redeemed + written off = face; an issue that was cancelled owes nothing. */
const facesAddUp: Check = ({ roots: issues, outstanding }, state) => {
  for (const [rootNo, { face, redeemed, writtenOff }] of issues) {
    const sum = (outstanding.get(rootNo) ?? 0n) + redeemed + writtenOff
    if (sum !== (isCancelled(state, rootNo) ? 0n : face)) return `${rootNo}: live, redeemed and written off sum to ${sum}, face is ${face}`
  }
  return undefined
}

/** (1) A root lists exactly the certificates of it that are not terminal. */
const liveAreListed: Check = ({ certificates: all, roots: issues }) => {
  const live = new Map<string, string[]>()
  for (const { rootNo, certNo, status } of all) if (!isTerminal(status)) live.set(rootNo, [...(live.get(rootNo) ?? []), certNo])
  for (const [rootNo, root] of issues) {
    const found = (live.get(rootNo) ?? []).sort().join(' ')
    if ([...root.live].sort().join(' ') !== found) return `${rootNo} lists ${root.live.join(' ')} as live, there are ${found}`
  }
  return undefined
}

/** (1) The shares of a split were its parent's outstanding at the time: their faces never exceed the parent's. */
const splitsAddUp: Check = ({ certificates: all }, state) => {
  const faces = new Map<string, bigint>()
  for (const { parentNo, face } of all) if (parentNo !== undefined) addTo(faces, parentNo, face)
  for (const [parentNo, sum] of faces) {
    const { face } = certificates.require(state, parentNo)
    if (sum > face) return `the shares of ${parentNo} sum to ${sum}, its face is ${face}`
  }
  return undefined
}

/** (3) Σ certificates on an invoice ≤ its payable; what each settled of it is within its part. */
const invoicesAreCovered: Check = ({ roots: issues }, state) => {
  const pledged = new Map<string, bigint>()
  for (const [rootNo, { invoices, redeemed }] of issues) {
    if (isCancelled(state, rootNo)) continue
    for (const { invoiceId, amount, settled } of invoices) {
      if (settled > amount) return `${rootNo} settled ${settled} of ${invoiceId}, of which it has ${amount}`
      addTo(pledged, invoiceId, amount)
    }
    const settled = invoices.reduce((sum, invoice) => sum + invoice.settled, 0n)
    if (settled !== redeemed) return `${rootNo} redeemed ${redeemed}, its invoices were settled by ${settled}`
  }
  for (const [invoiceId, sum] of pledged) {
    const payable = payableOf(state, invoiceId)
    if (payable === undefined || sum > payable) return `certificates of ${sum} on ${invoiceId}, payable ${payable}`
  }
  return undefined
}

/** (4) Σ outstanding of a line's issues = what it says is used, within the limit. */
const linesHold: Check = ({ roots: issues, lines: all, outstanding }) => {
  const used = new Map<string, bigint>()
  for (const [rootNo, { lineId }] of issues) addTo(used, lineId, outstanding.get(rootNo) ?? 0n)
  for (const [lineId, line] of all) {
    const sum = used.get(lineId) ?? 0n
    if (sum !== line.used) return `${sum} are outstanding on ${lineId}, it says ${line.used}`
    if (line.used > line.limit) return `${line.used} are used on ${lineId} of ${line.limit}`
  }
  return undefined
}

/** (2, 8, 10) One certificate by itself: positive, controlled by the last of its distinct holders, none of them the debtor. */
function certificateFault({ certNo, status, outstanding, face, holder, holders, freeze }: Certificate, issuer: string | undefined): Fault {
  const waits = freeze !== undefined && freeze.escrow > 0n
  if (face <= 0n) return `${certNo} has the face ${face}`
  if (isTerminal(status) ? outstanding !== 0n : outstanding <= 0n && !waits) return `${certNo} is ${status} with ${outstanding} outstanding`
  if (outstanding > face) return `${certNo} has more outstanding than its face`
  if (holders.at(-1) !== holder) return `${certNo} is held by ${holder}, not by the last of ${holders.join(', ')}`
  if (new Set(holders).size !== holders.length) return `${certNo} went in a circle: ${holders.join(', ')}`
  return issuer === undefined || holders.includes(issuer) ? `${certNo} is or was held by its issuer` : undefined
}

/** (10) Shares hang below their parents, one level down, in the same issue: no cycle can close. */
function lineageFault(state: StateReader, { certNo, parentNo, depth, rootNo, holders }: Certificate): Fault {
  if (parentNo === undefined) return depth === 0 && certNo === rootNo ? undefined : `${certNo} has no parent and is no root`
  const parent = certificates.require(state, parentNo)
  const inherits = parent.holders.every((holder, index) => holders[index] === holder)
  const fits = parent.status === 'SPLIT' && parent.depth + 1 === depth && parent.rootNo === rootNo && inherits
  return fits ? undefined : `${certNo} does not fit below ${parentNo}`
}

const certificatesFit: Check = ({ certificates: all, roots: issues }, state) => {
  for (const certificate of all) {
    const fault = certificateFault(certificate, issues.get(certificate.rootNo)?.issuer) ?? lineageFault(state, certificate)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** What waits in escrow is there, and only on frozen certificates. */
const escrowIsThere: Check = ({ certificates: all, roots: issues }, state) => {
  for (const { certNo, rootNo, status, freeze } of all) {
    if ((status === 'FROZEN') !== (freeze !== undefined)) return `${certNo} is ${status}, its freeze says otherwise`
    const currency = issues.get(rootNo)?.currency
    const held = currency === undefined ? undefined : balanceOf(state, escrowOf(certNo), currency)
    if (held !== (freeze?.escrow ?? 0n)) return `${certNo} has ${held} in escrow, it says ${freeze?.escrow ?? 0n}`
  }
  return undefined
}

/** (6) The money of a best bid is in the vault while the auction is open, and at no other time. */
const bidsAreCovered: Check = ({ certificates: all, roots: issues, auctions: held }, state) => {
  for (const { certNo, rootNo, request } of all) {
    const auction = held.get(certNo)
    const offered = request?.auctionNo !== undefined
    if ((auction?.outcome === 'OPEN') !== offered) return `the auction of ${certNo} is ${auction?.outcome}, its request says otherwise`
    const escrow = auction?.escrow ?? 0n
    if (escrow > 0n !== (offered && auction?.best !== undefined))
      return `${escrow} are locked for ${certNo} without a best bid, or none for one`
    const currency = issues.get(rootNo)?.currency
    const vault = currency === undefined ? undefined : balanceOf(state, bidVaultOf(certNo), currency)
    if (vault !== escrow) return `${vault} are in the vault of bids on ${certNo}, it says ${escrow}`
  }
  return undefined
}

/** (3) What issues took of an order or a goods receipt, those that were cancelled left out, is what it remembers, and within it. */
const documentsHold: Check = ({ roots: issues, uses }, state) => {
  const taken = new Map<string, bigint>()
  for (const [rootNo, { issuer, payee, taken: parts }] of issues) {
    if (isCancelled(state, rootNo)) continue
    for (const { type, reference, amount, lines: ofLines } of parts) {
      const key = [type, issuer, payee, reference].join()
      addTo(taken, key, amount)
      for (const { lineId, quantity } of ofLines) addTo(taken, `${key} ${lineId}`, quantity)
    }
  }
  for (const [key, use] of uses) {
    const sum = taken.get(key) ?? 0n
    if (sum !== use.used || sum > (use.amount ?? 0n)) return `${sum} were taken of ${key}, it says ${use.used} of ${use.amount}`
    for (const { lineId, used, quantity } of use.lines) {
      const part = taken.get(`${key} ${lineId}`) ?? 0n
      if (part !== used || part > quantity) return `${part} were taken of line ${lineId} of ${key}, it says ${used} of ${quantity}`
    }
  }
  return undefined
}

const CHECKS: readonly Check[] = [
  facesAddUp,
  liveAreListed,
  splitsAddUp,
  invoicesAreCovered,
  linesHold,
  certificatesFit,
  escrowIsThere,
  bidsAreCovered,
  documentsHold,
]

function booksFault(state: StateReader, keys: () => Iterable<Uint8Array>): Rejection | undefined {
  const books = readBooks(state, keys)
  for (const check of CHECKS) {
    const fault = check(books, state)
    if (fault !== undefined) return reject('receivables/invariant', fault)
  }
  return undefined
}

/** Numbers are those of domain §1. What is about steps, not states (5–7, 9, 11; of 6 the step), stands in the module's property tests. */
export const invariants: Module['invariants'] = { 'the books agree (1–4, 6, 8, 10)': booksFault }
