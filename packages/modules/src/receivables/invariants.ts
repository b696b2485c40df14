import { type Rejection, reject } from '@hanse/primitives'
import type { Module, StateReader } from '@hanse/state'
import { balanceOf } from '../settlement/api.ts'
import { rowsOf } from '../table-rows.ts'
import type { Certificate } from './codecs.ts'
import { payableOf } from './invoice-links.ts'
import { escrowOf } from './payout.ts'
import { isTerminal } from './status.ts'
import { certificates, lines, MODULE_NAME, roots } from './store.ts'

type Keys = () => Iterable<Uint8Array>

const certificateTable = { module: MODULE_NAME, name: 'certificate', table: certificates }
const rootTable = { module: MODULE_NAME, name: 'root', table: roots }
const lineTable = { module: MODULE_NAME, name: 'line', table: lines }

function broken(message: string): Rejection {
  return reject('receivables/invariant', message)
}

function addTo(totals: Map<string, bigint>, key: string, amount: bigint): void {
  totals.set(key, (totals.get(key) ?? 0n) + amount)
}

/** What is owed on each root, by looking at every certificate there is. */
function outstandingByRoot(state: StateReader, keys: Keys): Map<string, bigint> {
  const totals = new Map<string, bigint>()
  for (const { value } of rowsOf(state, keys, certificateTable)) addTo(totals, value.rootNo, value.outstanding)
  return totals
}

/** (1) Σ live + redeemed + written off = face; an issue that was cancelled owes nothing. */
function facesAddUp(state: StateReader, keys: Keys): Rejection | undefined {
  const totals = outstandingByRoot(state, keys)
  for (const { key, value: root } of rowsOf(state, keys, rootTable)) {
    const [rootNo = ''] = key
    const cancelled = certificates.require(state, rootNo).status === 'CANCELLED'
    const sum = (totals.get(rootNo) ?? 0n) + root.redeemed + root.writtenOff
    if (sum !== (cancelled ? 0n : root.face)) return broken(`${rootNo}: live, redeemed and written off sum to ${sum}, face is ${root.face}`)
  }
  return undefined
}

/** (1) A root lists exactly the certificates of it that are not terminal. */
function liveAreListed(state: StateReader, keys: Keys): Rejection | undefined {
  const live = new Map<string, string[]>()
  for (const { value } of rowsOf(state, keys, certificateTable)) {
    if (!isTerminal(value.status)) live.set(value.rootNo, [...(live.get(value.rootNo) ?? []), value.certNo])
  }
  for (const { key, value: root } of rowsOf(state, keys, rootTable)) {
    const [rootNo = ''] = key
    const found = (live.get(rootNo) ?? []).sort().join(' ')
    if ([...root.live].sort().join(' ') !== found) return broken(`${rootNo} lists ${root.live.join(' ')} as live, there are ${found}`)
  }
  return undefined
}

/** (3) Σ certificates on an invoice ≤ its payable; what each settled of it is within its part. */
function invoicesAreCovered(state: StateReader, keys: Keys): Rejection | undefined {
  const pledged = new Map<string, bigint>()
  for (const { key, value: root } of rowsOf(state, keys, rootTable)) {
    if (certificates.require(state, key).status === 'CANCELLED') continue
    for (const { invoiceId, amount, settled } of root.invoices) {
      if (settled > amount) return broken(`${key.join()} settled ${settled} of ${invoiceId}, of which it has ${amount}`)
      addTo(pledged, invoiceId, amount)
    }
    const settled = root.invoices.reduce((sum, invoice) => sum + invoice.settled, 0n)
    if (settled !== root.redeemed) return broken(`${key.join()} redeemed ${root.redeemed}, its invoices were settled by ${settled}`)
  }
  for (const [invoiceId, sum] of pledged) {
    const payable = payableOf(state, invoiceId)
    if (payable === undefined || sum > payable) return broken(`certificates of ${sum} on ${invoiceId}, payable ${payable}`)
  }
  return undefined
}

/** (4) Σ outstanding of a line's issues = what it says is used, within the limit. */
function linesHold(state: StateReader, keys: Keys): Rejection | undefined {
  const totals = outstandingByRoot(state, keys)
  const byLine = new Map<string, bigint>()
  for (const { key, value } of rowsOf(state, keys, rootTable)) addTo(byLine, value.lineId, totals.get(key[0] ?? '') ?? 0n)
  for (const { key, value: line } of rowsOf(state, keys, lineTable)) {
    const [lineId = ''] = key
    const outstanding = byLine.get(lineId) ?? 0n
    if (outstanding !== line.used) return broken(`${outstanding} are outstanding on ${lineId}, it says ${line.used}`)
    if (line.used > line.limit) return broken(`${line.used} are used on ${lineId} of ${line.limit}`)
  }
  return undefined
}

/** (2, 8, 10) One certificate by itself: positive, controlled by the last of its distinct holders, none of them the debtor. */
function certificateFault(state: StateReader, certificate: Certificate): string | undefined {
  const { certNo, status, outstanding, face, holder, holders, freeze, rootNo } = certificate
  const waits = freeze !== undefined && freeze.escrow > 0n
  if (face <= 0n) return `${certNo} has the face ${face}`
  if (isTerminal(status) ? outstanding !== 0n : outstanding <= 0n && !waits) return `${certNo} is ${status} with ${outstanding} outstanding`
  if (outstanding > face) return `${certNo} has more outstanding than its face`
  if (holders.at(-1) !== holder) return `${certNo} is held by ${holder}, the last of ${holders.join(', ')} it is not`
  if (new Set(holders).size !== holders.length) return `${certNo} went in a circle: ${holders.join(', ')}`
  if (holders.includes(roots.require(state, rootNo).issuer)) return `${certNo} is or was held by its issuer`
  return undefined
}

/** (10) Shares hang below their parents, one level down, in the same issue: no cycle can close. */
function lineageFault(state: StateReader, { certNo, parentNo, depth, rootNo, holders }: Certificate): string | undefined {
  if (parentNo === undefined) return depth === 0 && certNo === rootNo ? undefined : `${certNo} has no parent and is no root`
  const parent = certificates.require(state, parentNo)
  const inherits = parent.holders.every((holder, index) => holders[index] === holder)
  const fits = parent.status === 'SPLIT' && parent.depth + 1 === depth && parent.rootNo === rootNo && inherits
  return fits ? undefined : `${certNo} does not fit below ${parentNo}`
}

function certificatesFit(state: StateReader, keys: Keys): Rejection | undefined {
  for (const { value } of rowsOf(state, keys, certificateTable)) {
    const fault = certificateFault(state, value) ?? lineageFault(state, value)
    if (fault !== undefined) return broken(fault)
  }
  return undefined
}

/** (1) The shares of a split were its parent's outstanding at the time: their faces never exceed the parent's. */
function splitsAddUp(state: StateReader, keys: Keys): Rejection | undefined {
  const faces = new Map<string, bigint>()
  for (const { value } of rowsOf(state, keys, certificateTable)) if (value.parentNo !== undefined) addTo(faces, value.parentNo, value.face)
  for (const [parentNo, sum] of faces) {
    const { face } = certificates.require(state, parentNo)
    if (sum > face) return broken(`the shares of ${parentNo} sum to ${sum}, its face is ${face}`)
  }
  return undefined
}

/** What waits in escrow is there, and only on frozen certificates. */
function escrowIsThere(state: StateReader, keys: Keys): Rejection | undefined {
  for (const { value } of rowsOf(state, keys, certificateTable)) {
    const { certNo, rootNo, status, freeze } = value
    if ((status === 'FROZEN') !== (freeze !== undefined)) return broken(`${certNo} is ${status}, its freeze says otherwise`)
    const held = balanceOf(state, escrowOf(certNo), roots.require(state, rootNo).currency)
    if (held !== (freeze?.escrow ?? 0n)) return broken(`${certNo} has ${held} in escrow, it says ${freeze?.escrow ?? 0n}`)
  }
  return undefined
}

/** Numbers are those of domain §1. What is about steps, not states (6, 7, 9, 11), stands in the module's property tests. */
export const invariants: Module['invariants'] = {
  '1 faces add up': facesAddUp,
  '1 live certificates are listed': liveAreListed,
  '1 splits add up': splitsAddUp,
  '3 invoices are covered': invoicesAreCovered,
  '4 lines hold': linesHold,
  '2, 8, 10 certificates fit': certificatesFit,
  'escrow is there': escrowIsThere,
}
