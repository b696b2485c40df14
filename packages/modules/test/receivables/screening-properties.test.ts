import type { Hash } from '@hanse/primitives'
import fc from 'fast-check'
import { test } from 'tap'
import { address, both, DAY_MS } from '../cast.ts'
import { documentsOf, HASH, ISSUE } from './desk.ts'
import { keysOf, LISTS, type ListId, ScreeningDesk } from './screening-desk.ts'

/** Who deals in certificates here; each can be listed at any time. */
const PARTIES = ['shunhe', 'nanhai', 'sanshui', 'gaoming', 'bank-a', 'bank-b'] as const
const SUPPLIERS = ['nanhai', 'sanshui', 'gaoming'] as const
const GROSS = 1_000_000n
type PartyId = (typeof PARTIES)[number]

type Step =
  | { readonly kind: 'publish'; readonly listId: ListId; readonly listed: readonly PartyId[] }
  | { readonly kind: 'screen'; readonly partyId: PartyId }
  | { readonly kind: 'screenAll' }
  | { readonly kind: 'later'; readonly hours: number }
  | { readonly kind: 'issue'; readonly payee: (typeof SUPPLIERS)[number] }
  | { readonly kind: 'accept'; readonly pick: number }
  | { readonly kind: 'acceptTransfer'; readonly pick: number }
  | { readonly kind: 'transfer'; readonly pick: number; readonly to: PartyId }
  | { readonly kind: 'finance'; readonly pick: number; readonly bank: 'bank-a' | 'bank-b' }
  | { readonly kind: 'redeem'; readonly pick: number }

const pick = fc.nat(20)
const suppliers = fc.constantFrom(...SUPPLIERS)
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('publish'), listId: fc.constantFrom(...LISTS), listed: fc.subarray([...PARTIES], { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('screen'), partyId: fc.constantFrom(...PARTIES) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('screenAll') }) },
  fc.record({ kind: fc.constant('later'), hours: fc.integer({ min: 1, max: 26 }) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('issue'), payee: suppliers }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('accept'), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('acceptTransfer'), pick }) },
  fc.record({ kind: fc.constant('transfer'), pick, to: suppliers }),
  fc.record({ kind: fc.constant('finance'), pick, bank: fc.constantFrom('bank-a', 'bank-b') }),
  fc.record({ kind: fc.constant('redeem'), pick }),
)

interface Screened {
  readonly atMs: number
  readonly versions: string
}

interface CertificateJson {
  readonly holder: PartyId
  readonly status: string
  readonly transfer?: { readonly to: PartyId }
}

/** The chain beside a model of the one rule: who is on a list, and since when who has been proven not to be. */
class Walk {
  readonly #chain = new ScreeningDesk()
  readonly #listed: Record<ListId, readonly PartyId[]> = { un: [], eu: [] }
  readonly #versions: Record<ListId, number> = { un: 1, eu: 1 }
  readonly #screened = new Map<PartyId, Screened>()
  readonly #payees = new Map<string, PartyId>()
  successes = 0

  #must(condition: boolean, message: string): void {
    if (!condition) throw new Error(message)
  }

  #mayDeal(partyId: PartyId): boolean {
    const screened = this.#screened.get(partyId)
    if (screened === undefined || this.#chain.desk.harness.timeMs >= screened.atMs + DAY_MS) return false
    return screened.versions === JSON.stringify(this.#versions)
  }

  /** As the model: without a screening of each it is refused, and with all of them not for that. */
  #deal(code: string, parties: readonly PartyId[], what: string): void {
    const missing = parties.filter((partyId) => !this.#mayDeal(partyId))
    if (missing.length > 0) this.#must(code !== 'success', `${what} without a screening of ${missing.join()}`)
    else this.#must(code !== 'receivables/not-screened', `${what} was refused, ${parties.join()} are screened`)
    if (code === 'success') this.successes += 1
  }

  #screen(partyId: PartyId): void {
    const code = this.#chain.screen(partyId)
    const isListed = LISTS.some((listId) => this.#listed[listId].includes(partyId))
    this.#must(code === (isListed ? 'receivables/not-proven-absent' : 'success'), `screen ${partyId}: ${code}`)
    if (!isListed) this.#screened.set(partyId, { atMs: this.#chain.desk.harness.timeMs, versions: JSON.stringify(this.#versions) })
  }

  #publish(listId: ListId, listed: readonly PartyId[]): void {
    // Some by their LEI, where they have one, some by their name.
    const keys = listed.map((partyId, index): Hash => {
      const { byName, byLei } = keysOf(partyId)
      return index === 0 ? byName : (byLei ?? byName)
    })
    this.#chain.publish(listId, keys)
    this.#listed[listId] = listed
    this.#versions[listId] += 1
  }

  #issue(payee: (typeof SUPPLIERS)[number]): void {
    const { desk } = this.#chain
    const number = this.#payees.size + 1
    const certNo = `C-${number}`
    const invoiceId = desk.invoice({ number: `2644${`${number}`.padStart(16, '0')}`, seller: payee, gross: GROSS })
    const terms = { certNo, payee, invoices: [{ invoiceId, amount: `${GROSS}` }], documents: documentsOf(payee) }
    this.#payees.set(certNo, payee)
    this.#deal(desk.send(both('shunhe'), 'issue', { ...ISSUE, ...terms }), ['shunhe', payee], `issue to ${payee}`)
  }

  /** A certificate in a state, where there is one. */
  #one(at: number, status: string): { readonly certNo: string; readonly certificate: CertificateJson } | undefined {
    const found = [...this.#payees.keys()].flatMap((certNo) => {
      const answer = this.#chain.desk.harness.query('receivables', 'certificate', { certNo })
      const { certificate } = (answer.ok ? answer.value : {}) as { readonly certificate?: CertificateJson }
      return certificate?.status === status ? [{ certNo, certificate }] : []
    })
    return found[at % Math.max(1, found.length)]
  }

  take(step: Step): void {
    if (step.kind === 'publish') this.#publish(step.listId, step.listed)
    else if (step.kind === 'screen') this.#screen(step.partyId)
    else if (step.kind === 'screenAll') for (const partyId of PARTIES) this.#screen(partyId)
    else if (step.kind === 'later') this.#chain.desk.harness.advance(step.hours * 3_600_000)
    else if (step.kind === 'issue') this.#issue(step.payee)
    else this.#act(step)
  }

  #act(step: Exclude<Step, { readonly kind: 'publish' | 'screen' | 'screenAll' | 'later' | 'issue' }>): void {
    const { desk } = this.#chain
    const wanted = { accept: 'OFFERED', acceptTransfer: 'TRANSFER_PENDING' } as const
    const found = this.#one(step.pick, step.kind === 'accept' || step.kind === 'acceptTransfer' ? wanted[step.kind] : 'ACTIVE')
    if (found === undefined) return
    const { certNo, certificate } = found
    const { holder } = certificate
    const expiresAtMs = desk.harness.timeMs + DAY_MS
    if (step.kind === 'accept') this.#deal(desk.send([address(holder)], 'accept', { certNo }), ['shunhe', holder], 'accept')
    else if (step.kind === 'transfer') {
      const offer = { certNo, to: step.to, tradeDocumentHash: HASH, expiresAtMs }
      this.#deal(desk.send([address(holder)], 'transfer', offer), [holder, step.to], 'transfer')
    } else if (step.kind === 'acceptTransfer') {
      const to = certificate.transfer?.to ?? holder
      const taken = { certNo, tradeDocumentHash: HASH, outstanding: `${GROSS}` }
      this.#deal(desk.send([address(to)], 'acceptTransfer', taken), [holder, to], 'acceptTransfer')
    } else if (step.kind === 'redeem') {
      this.#must(desk.send(both('shunhe'), 'redeem', { certNo }) === 'success', 'a debt can be paid')
    } else this.#finance(certNo, holder, step.bank, expiresAtMs)
  }

  #finance(certNo: string, holder: PartyId, bank: 'bank-a' | 'bank-b', expiresAtMs: number): void {
    const { desk } = this.#chain
    const terms = { certNo, annualRatePpm: 38_500, recourse: false }
    this.#must(desk.send([address(holder)], 'requestFinance', { ...terms, expiresAtMs }) === 'success', 'to ask is free')
    const before = BigInt(desk.balance(bank))
    const code = desk.send([address(bank)], 'finance', { ...terms, bank, seller: holder, outstanding: `${GROSS}` })
    this.#deal(code, [holder, bank], 'finance')
    this.#must(BigInt(desk.balance(bank)) < before === (code === 'success'), 'money moved without a screening')
    if (code !== 'success') desk.send([address(holder)], 'cancelFinanceRequest', { certNo })
  }
}

test('nobody issues, takes, passes on or finances a certificate but who is proven to be on no list as it is now', (t) => {
  let successes = 0
  fc.assert(
    fc.property(fc.array(steps, { minLength: 10, maxLength: 40 }), (taken) => {
      const walk = new Walk()
      for (const step of taken) walk.take(step)
      successes += walk.successes
    }),
    { numRuns: 30, seed: 13 },
  )
  t.ok(successes > 30, `${successes} steps were taken`)
  t.end()
})
