import { addDays, bidCommitment, type CertificateStatus, dateOfTime } from '@hanse/modules'
import { type Address, bytesToHex, type Hash } from '@hanse/primitives'
import type { HarnessCall, HarnessTransaction } from '@hanse/state'
import fc from 'fast-check'
import { address, both, DAY_MS, KYC_UNTIL_MS } from '../cast.ts'
import { genesisHashOf, saltOf } from './auction-desk.ts'
import { type Args, type Desk, documentsOf, HASH, ISSUE } from './desk.ts'

/** How often each command is tried. */
const WEIGHTS = {
  issue: 4,
  accept: 3,
  reject: 1,
  cancel: 1,
  split: 4,
  transfer: 4,
  acceptTransfer: 4,
  cancelTransfer: 1,
  requestFinance: 4,
  finance: 5,
  cancelFinanceRequest: 1,
  auction: 4,
  bid: 6,
  reveal: 6,
  acceptBid: 4,
  redeem: 3,
  declareOverdue: 2,
  claimRecourse: 1,
  payRecourse: 1,
  writeOff: 1,
  freeze: 2,
  unfreeze: 2,
  suspend: 2,
  reinstate: 4,
} as const
export type WalkCommand = keyof typeof WEIGHTS

/** One random step. It becomes concrete on the state that it meets. */
export interface Step {
  readonly command: WalkCommand
  readonly pick: number
  readonly amount: number
  readonly who: number
  /** 0 chooses certificate and actor blindly; the others aim at what can succeed. */
  readonly aim: number
  /** Days that pass before it: mostly none. */
  readonly days: number
}

const SUPPLIERS = ['nanhai', 'sanshui', 'gaoming'] as const
const BANKS = ['bank-a', 'bank-b'] as const
const EVERYBODY = [...SUPPLIERS, ...BANKS, 'shunhe', 'court', 'regulator', 'settlement-bank'] as const
const RATE_PPM = 45_000

/** The state that a command wants its certificate in. */
const WANTED: { readonly [command in WalkCommand]?: CertificateStatus } = {
  accept: 'OFFERED',
  reject: 'OFFERED',
  cancel: 'OFFERED',
  split: 'ACTIVE',
  transfer: 'ACTIVE',
  acceptTransfer: 'TRANSFER_PENDING',
  cancelTransfer: 'TRANSFER_PENDING',
  requestFinance: 'ACTIVE',
  finance: 'QUOTED',
  cancelFinanceRequest: 'QUOTED',
  auction: 'ACTIVE',
  bid: 'QUOTED',
  reveal: 'QUOTED',
  acceptBid: 'QUOTED',
  claimRecourse: 'OVERDUE',
  writeOff: 'OVERDUE',
  payRecourse: 'RECOURSE',
  unfreeze: 'FROZEN',
}

export const step: fc.Arbitrary<Step> = fc.record({
  command: fc.constantFrom(
    ...(Object.keys(WEIGHTS) as WalkCommand[]).flatMap((command) => Array.from({ length: WEIGHTS[command] }, () => command)),
  ),
  pick: fc.nat(1_000),
  amount: fc.nat(1_000),
  who: fc.nat(1_000),
  aim: fc.nat(7),
  days: fc.oneof({ weight: 29, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }) }),
})

const calm = { pick: 0, amount: 10, who: 0, aim: 7, days: 0 } as const
/** Chance alone seldom brings a whole auction and a resale about: a walk can begin with them. Three blocks pass until bids are closed. */
export const AUCTION_AND_RESALE: readonly Step[] = [
  { ...calm, command: 'issue', pick: 100 },
  { ...calm, command: 'auction', pick: 1 },
  { ...calm, command: 'bid' },
  { ...calm, command: 'bid', who: 1 },
  ...[1, 2, 3].map((): Step => ({ ...calm, command: 'declareOverdue' })),
  { ...calm, command: 'reveal' },
  { ...calm, command: 'reveal', who: 1 },
  { ...calm, command: 'acceptBid' },
  { ...calm, command: 'requestFinance' },
  { ...calm, command: 'finance', who: 1 },
]

export interface CertificateJson {
  readonly certNo: string
  readonly rootNo: string
  readonly parentNo?: string
  readonly holder: string
  readonly holders: readonly string[]
  readonly outstanding: string
  readonly status: CertificateStatus
  readonly transfer?: { readonly to: string }
  readonly request?: { readonly recourse: boolean; readonly auctionNo?: number; readonly annualRatePpm: number }
  readonly financing?: { readonly bank: string; readonly seller: string; readonly paid: string }
  readonly freeze?: { readonly orders: readonly { readonly authority: string }[] }
}

function choose<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T
}

function auctionNoOf({ request }: CertificateJson): number {
  return request?.auctionNo ?? 1
}

/** A bank’s rate for a certificate: below and above what the holder takes. */
function rateOf(bank: string, { certNo }: CertificateJson): number {
  return RATE_PPM + (certNo.length % 3) * 600 - (bank === 'bank-a' && certNo.length % 2 === 0 ? 600 : 0)
}

/** Walks on a desk: knows the certificates that were made, makes steps concrete. */
export class Walk {
  readonly desk: Desk
  readonly certNos: string[] = []
  /** What is in the commitments that it made. */
  readonly sealed = new Map<string, string>()
  readonly #genesisHash: Hash
  #issues = 0

  constructor(desk: Desk) {
    this.desk = desk
    this.#genesisHash = genesisHashOf(desk)
  }

  #commitment(certificate: CertificateJson, bank: string): string {
    const [certNo, auctionNo] = [certificate.certNo, auctionNoOf(certificate)]
    const terms = { genesisHash: this.#genesisHash, certNo, auctionNo, bank, annualRatePpm: rateOf(bank, certificate) }
    const commitment = bidCommitment(terms, saltOf(bank, certNo, auctionNo))
    this.sealed.set(commitment, `sealed ${terms.annualRatePpm} of ${auctionNo}`)
    return commitment
  }

  views(): readonly { readonly certificate: CertificateJson; readonly dueDate: string }[] {
    return this.certNos.map((certNo) => this.desk.query('certificate', { certNo }) as never)
  }

  /** Sends what `transactionOf` made, and learns of the certificates that it brought. */
  send(transaction: HarnessTransaction): string {
    const code = this.desk.run(transaction)
    this.#learn()
    return code
  }

  #learn(): void {
    for (const event of this.desk.events()) {
      if (event.module !== 'receivables') continue
      const value = (name: string): string => event.attributes.find(({ key }) => key === name)?.value ?? ''
      if (event.type === 'issued') this.certNos.push(value('certNo'))
      if (event.type === 'split')
        for (const [place] of value('shares').split(' ').entries()) this.certNos.push(`${value('certNo')}.${place + 1}`)
    }
  }

  #target({ command, pick, aim }: Step): CertificateJson | undefined {
    if (this.certNos.length === 0) return undefined
    const resold = (command === 'requestFinance' || command === 'auction') && pick % 3 === 0
    const wanted = resold ? 'FINANCED' : WANTED[command]
    const all = this.views().map(({ certificate }) => certificate)
    const fitting = wanted === undefined || aim === 0 ? all : all.filter(({ status }) => status === wanted)
    return choose(fitting.length === 0 ? all : fitting, pick)
  }

  isActive(partyId: string): boolean {
    return this.desk.query('party', { partyId }, 'organizations')['active'] === true
  }

  /** An invoice of a seller that may issue one, and the certificate on it. */
  #issue({ pick, amount, who, aim }: Step): HarnessTransaction | undefined {
    const sellers = SUPPLIERS.filter((partyId) => this.isActive(partyId))
    if (sellers.length === 0) return undefined
    this.#issues += 1
    const seller = choose(sellers, who)
    const gross = 113_000n * BigInt(10 + amount)
    const invoiceId = this.desk.invoice({ number: `2644${`${this.#issues}`.padStart(16, '7')}`, seller, gross })
    const dueDate = addDays(dateOfTime(this.desk.harness.timeMs, 480), aim === 0 ? pick % 500 : 10 + (pick % 150))
    const expiry = { acceptUntilMs: this.desk.harness.timeMs + 9 * DAY_MS }
    const part = aim === 1 ? gross / 2n : aim === 0 ? gross + 1n : gross
    const terms = { certNo: `W-${this.#issues}`, payee: seller, lineId: choose(['A-1', 'B-1'], pick), dueDate }
    // One receipt for several issues of a seller: sooner or later it is used up.
    const receipt = { type: 'receipt-advice', reference: `RA-${pick % 3}`, hash: HASH, amount: `${113_000n * 1_500n}` }
    const [order = {}, plenty = {}] = documentsOf(seller)
    const documents = aim === 0 && pick % 2 === 0 ? [order] : [order, aim % 2 === 0 ? receipt : plenty]
    const issue = { ...ISSUE, ...expiry, ...terms, documents, invoices: [{ invoiceId, amount: `${part}` }] }
    if (aim < 4) return this.#call(both('shunhe'), 'issue', issue)
    const calls = [this.#one('issue', issue), this.#one('accept', { certNo: terms.certNo })]
    return { signers: [...both('shunhe'), address(seller)], calls }
  }

  #one(command: string, json: Args, module = 'receivables'): HarnessCall {
    return { module, command, json }
  }

  #call(signers: readonly Address[], command: string, json: Args, module = 'receivables'): HarnessTransaction {
    return { signers, calls: [this.#one(command, json, module)] }
  }

  #kyc({ command, who, pick }: Step): HarnessTransaction {
    const partyId = choose([...SUPPLIERS, ...BANKS], who)
    if (command === 'suspend') {
      return this.#call(
        both(choose(['regulator', 'association'], pick)),
        'setKyc',
        { partyId, status: 'SUSPENDED', reason: 'test' },
        'organizations',
      )
    }
    const active = { partyId, status: 'ACTIVE', vcHash: HASH, validUntilMs: KYC_UNTIL_MS }
    return this.#call(both('association'), 'setKyc', active, 'organizations')
  }

  /** Who would send the command rightly. */
  #actor(command: WalkCommand, certificate: CertificateJson, who: number): string {
    const { holder, transfer, financing, freeze } = certificate
    switch (command) {
      case 'cancel':
      case 'redeem':
        return 'shunhe'
      case 'acceptTransfer':
        return transfer?.to ?? holder
      case 'finance':
      case 'bid':
      case 'reveal':
        return choose(BANKS, who)
      case 'payRecourse':
        return financing?.seller ?? holder
      case 'freeze':
        return choose(['court', 'regulator'], who)
      case 'unfreeze':
        return freeze?.orders[0]?.authority ?? 'court'
      default:
        return holder
    }
  }

  #params(given: Step, certificate: CertificateJson, actor: string): Args {
    const { command, pick, amount, aim } = given
    const { certNo, rootNo, outstanding } = certificate
    const recourse = certificate.request?.recourse === true
    const total = BigInt(outstanding)
    const expiresAtMs = this.desk.harness.timeMs + (1 + (pick % 5)) * DAY_MS
    switch (command) {
      case 'split': {
        const first = aim === 2 ? BigInt(amount) * -1n : (total * BigInt(1 + (amount % 98))) / 100n
        const shares =
          aim === 1
            ? [first, total - first + 1n]
            : amount % 3 === 0
              ? [first / 2n, first - first / 2n, total - first]
              : [first, total - first]
        return { certNo, shares: shares.map((share) => `${share}`) }
      }
      case 'transfer':
        return { certNo, to: choose(EVERYBODY.slice(0, aim === 0 ? 9 : 3), pick), tradeDocumentHash: HASH, expiresAtMs }
      case 'acceptTransfer':
        return { certNo, tradeDocumentHash: HASH, outstanding }
      case 'requestFinance':
        return { certNo, annualRatePpm: RATE_PPM, recourse: amount % 2 === 0, expiresAtMs }
      case 'auction': {
        // A block is a second: bids for a few steps, then rates.
        const nowMs = this.desk.harness.timeMs
        const auction = { commitUntilMs: nowMs + 6_000, revealUntilMs: nowMs + 14_000 }
        return { certNo, annualRatePpm: RATE_PPM + 1_000, recourse: amount % 2 === 0, expiresAtMs, auction }
      }
      case 'bid':
        return { certNo, bank: actor, auctionNo: auctionNoOf(certificate), commitment: this.#commitment(certificate, actor) }
      case 'reveal': {
        const salt = bytesToHex(saltOf(actor, certNo, auctionNoOf(certificate)))
        return { certNo, bank: actor, annualRatePpm: rateOf(actor, certificate) + (aim === 0 ? 1 : 0), salt }
      }
      case 'acceptBid': {
        const bank = choose(BANKS, pick)
        return { certNo, bank, annualRatePpm: rateOf(bank, certificate) }
      }
      case 'finance':
        return {
          certNo,
          annualRatePpm: aim === 0 ? RATE_PPM + 1 : RATE_PPM,
          bank: actor,
          seller: certificate.holder,
          recourse,
          outstanding,
        }
      case 'redeem': {
        const root = BigInt(this.desk.query('issue', { certNo: rootNo })['outstanding'] as string)
        return amount % 3 === 0 ? { certNo: rootNo, amount: `${(root * BigInt(amount)) / 900n + 1n}` } : { certNo: rootNo }
      }
      case 'declareOverdue':
        return { certNo: rootNo }
      case 'freeze':
        return { certNo, orderHash: HASH, expiresAtMs: expiresAtMs + (amount % 90) * DAY_MS }
      case 'unfreeze':
        return { certNo, orderHash: HASH }
      default:
        return { certNo }
    }
  }

  /** The step on the present state, or undefined when there is nothing to do it to. */
  transactionOf(given: Step): HarnessTransaction | undefined {
    if (given.command === 'issue') return this.#issue(given)
    if (given.command === 'suspend' || given.command === 'reinstate') return this.#kyc(given)
    const certificate = this.#target(given)
    if (certificate === undefined) return undefined
    const actor = given.aim === 0 ? choose(EVERYBODY, given.who) : this.#actor(given.command, certificate, given.who)
    const signers = given.command === 'writeOff' ? both(actor) : [address(actor)]
    const command = given.command === 'auction' ? 'requestFinance' : given.command
    return this.#call(signers, command, this.#params(given, certificate, actor))
  }
}
