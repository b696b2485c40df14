import {
  become,
  bestBid,
  CLEARING_BANK,
  CORE,
  cancel,
  close,
  cut,
  demand,
  firstNote,
  holderOf,
  type Invoice,
  isActive,
  isOverdueAt,
  issueOf,
  isWithinMonths,
  LAST_HAND,
  LIVE,
  type Note,
  newHand,
  noteOf,
  offerEnds,
  outstandingOf,
  passTime,
  pay,
  priceAt,
  Refused,
  rest,
  sell,
  shareOut,
  startOfDay,
  thaw,
  type World,
  withdraw,
} from './model.ts'

const DAY = 86_400_000
const BANKS = ['bank-a', 'bank-b', 'settlement-bank']
const TRADERS = ['nanhai', 'sanshui', 'gaoming', CORE]

type Json = { readonly [key: string]: unknown }

/** A call as the model sees it: who signed, each with one or both of its operators. */
export interface ModelCall {
  readonly command: string
  readonly json: Json
  /** The first is the sender’s. */
  readonly parties: readonly string[]
  readonly fourEyes: readonly string[]
}

interface Act {
  readonly world: World
  readonly json: Json
  readonly call: ModelCall
}

const text = ({ json }: Act, name: string): string => json[name] as string
const number = ({ json }: Act, name: string): number => json[name] as number

/** The party stands behind the call, and its KYC is good. */
function acts({ world, call }: Act, party: string): void {
  demand(call.parties.includes(party) && isActive(world, party))
}

function note(act: Act): Note {
  return noteOf(act.world, text(act, 'certNo'))
}

function root(act: Act): Note {
  const found = note(act)
  demand(found.no === found.root)
  return found
}

/** The note is in this state, and its holder acts. */
function held(act: Act, state: Note['state']): Note {
  const found = note(act)
  acts(act, holderOf(found))
  demand(found.state === state)
  return found
}

function openAuction(act: Act, found: Note) {
  demand(found.state === 'QUOTED' && found.offer?.auction !== undefined && act.world.now < found.offer.until)
  const { auction } = found.offer
  const known = auction.bids.every(({ rate }) => rate !== undefined)
  const { now } = act.world
  const phase = now < auction.bidsUntil ? 'BIDS' : now < auction.ratesUntil && !known ? 'RATES' : 'ANSWER'
  return { auction, offer: found.offer, phase }
}

const COMMANDS: Readonly<Record<string, (act: Act) => void>> = {
  issue(act) {
    const { world, json, call } = act
    acts(act, CORE)
    demand(call.fourEyes.includes(CORE))
    const line = world.lines.get(text(act, 'lineId'))
    const [{ invoiceId, amount }] = json['invoices'] as [{ readonly invoiceId: string; readonly amount: string }]
    const invoice = world.invoices.get(invoiceId)
    const payee = text(act, 'payee')
    demand(line !== undefined && invoice !== undefined && !world.notes.has(text(act, 'certNo')))
    for (const party of [line.bank, payee, CLEARING_BANK]) demand(isActive(world, party))
    const face = BigInt(amount)
    const due = startOfDay(text(act, 'dueDate'))
    demand(due > world.now && isWithinMonths(world.now, due, 6))
    const issue = { payee, line: text(act, 'lineId'), invoice: invoiceId, face, due, redeemed: 0n }
    offerEnds(world, { ...issue, documents: [] }, number(act, 'acceptUntilMs'))
    demand(face > 0n && face <= invoice.payable && invoice.finance === 'FREE' && invoice.seller === payee)
    demand(line.used + face <= line.limit)
    const given = json['documents'] as { readonly type: string; readonly reference: string; readonly amount: string }[]
    const documents = given.map(({ type, reference, amount: total }) => {
      const document = `${payee} ${type} ${reference}`
      const left = world.documents.get(document) ?? BigInt(total)
      demand(invoice.payable <= BigInt(total) && face <= left)
      world.documents.set(document, left - face)
      return document
    })
    demand(['order', 'receipt-advice'].every((type) => given.some((document) => document.type === type)))
    line.used += face
    invoice.finance = 'PLEDGED'
    world.issues.set(text(act, 'certNo'), { ...issue, documents })
    world.notes.set(text(act, 'certNo'), firstNote(text(act, 'certNo'), payee, face, number(act, 'acceptUntilMs')))
  },
  accept(act) {
    const found = root(act)
    acts(act, found.hands[0] as string)
    demand(found.state === 'OFFERED' && act.world.now < found.acceptUntil)
    found.state = 'ACTIVE'
  },
  reject(act) {
    const found = root(act)
    acts(act, issueOf(act.world, found).payee)
    demand(found.state === 'OFFERED')
    cancel(act.world, found)
  },
  cancel(act) {
    acts(act, CORE)
    const found = root(act)
    demand(found.state === 'OFFERED')
    cancel(act.world, found)
  },
  split(act) {
    const found = held(act, 'ACTIVE')
    cut(
      act.world,
      found,
      (act.json['shares'] as string[]).map((share) => BigInt(share)),
    )
  },
  transfer(act) {
    const found = held(act, 'ACTIVE')
    const to = text(act, 'to')
    newHand(found, to, LAST_HAND)
    demand(TRADERS.includes(to) && isActive(act.world, to))
    offerEnds(act.world, issueOf(act.world, found), number(act, 'expiresAtMs'))
    found.state = 'TRANSFER_PENDING'
    found.transfer = { to, until: number(act, 'expiresAtMs') }
  },
  acceptTransfer(act) {
    const found = note(act)
    demand(found.state === 'TRANSFER_PENDING' && found.transfer !== undefined)
    const { to } = found.transfer
    acts(act, to)
    demand(isActive(act.world, holderOf(found)) && BigInt(text(act, 'outstanding')) === found.owed)
    become(act.world, found, 'ACTIVE')
    found.hands = [...found.hands, to]
  },
  cancelTransfer(act) {
    const found = note(act)
    demand(found.state === 'TRANSFER_PENDING' && found.transfer !== undefined)
    acts(act, act.call.parties.includes(found.transfer.to) ? found.transfer.to : holderOf(found))
    become(act.world, found, 'ACTIVE')
  },
  requestFinance(act) {
    const found = held(act, rest(note(act)))
    const { world, json } = act
    const until = number(act, 'expiresAtMs')
    offerEnds(world, issueOf(world, found), until)
    const offer = { until, rate: number(act, 'annualRatePpm'), recourse: json['recourse'] === true }
    const auction = json['auction'] as { readonly commitUntilMs: number; readonly revealUntilMs: number } | undefined
    found.state = 'QUOTED'
    found.offer = offer
    if (auction === undefined) return
    demand(world.now < auction.commitUntilMs && auction.commitUntilMs < auction.revealUntilMs && auction.revealUntilMs < until)
    found.auctions += 1
    const times = { bidsUntil: auction.commitUntilMs, ratesUntil: auction.revealUntilMs }
    found.offer = { ...offer, auction: { no: found.auctions, ...times, bids: [], locked: 0n } }
  },
  cancelFinanceRequest(act) {
    const found = held(act, 'QUOTED')
    become(act.world, found, rest(found))
  },
  bid(act) {
    const found = note(act)
    const bank = text(act, 'bank')
    acts(act, bank)
    demand(BANKS.includes(bank))
    const { auction, phase } = openAuction(act, found)
    newHand(found, bank, LAST_HAND + 1)
    demand(phase === 'BIDS' && auction.no === number(act, 'auctionNo') && auction.bids.every((one) => one.bank !== bank))
    auction.bids.push({ bank, sealed: text(act, 'commitment') })
  },
  reveal(act) {
    const found = note(act)
    const bank = text(act, 'bank')
    acts(act, bank)
    demand(BANKS.includes(bank))
    const { auction, offer, phase } = openAuction(act, found)
    const bid = auction.bids.find((one) => one.bank === bank)
    const rate = number(act, 'annualRatePpm')
    demand(phase === 'RATES' && bid !== undefined && bid.rate === undefined && rate <= offer.rate)
    demand(bid.sealed === `sealed ${rate} of ${auction.no}`)
    const issue = issueOf(act.world, found)
    demand(priceAt(issue, found, rate, act.world.now) > 0n)
    const before = bestBid(auction)
    bid.rate = rate
    if (bestBid(auction)?.bank !== bank) return
    const locked = priceAt(issue, found, rate, offer.until - 1)
    pay(act.world, bank, 'vault', locked)
    act.world.cash.set('vault', auction.locked)
    if (before !== undefined) pay(act.world, 'vault', before.bank, auction.locked)
    auction.locked = locked
  },
  acceptBid(act) {
    const found = note(act)
    acts(act, holderOf(found))
    const { auction, offer, phase } = openAuction(act, found)
    const best = bestBid(auction)
    demand(phase === 'ANSWER' && best !== undefined && best.bank === text(act, 'bank') && best.rate === number(act, 'annualRatePpm'))
    demand(isActive(act.world, best.bank))
    const price = priceAt(issueOf(act.world, found), found, best.rate, act.world.now)
    withdraw(act.world, found)
    pay(act.world, best.bank, holderOf(found), price)
    sell(act.world, found, best.bank, offer.recourse)
  },
  finance(act) {
    const found = note(act)
    const bank = text(act, 'bank')
    acts(act, bank)
    demand(BANKS.includes(bank) && found.state === 'QUOTED' && found.offer !== undefined && found.offer.auction === undefined)
    newHand(found, bank, LAST_HAND + 1)
    const { rate, recourse, until } = found.offer
    demand(act.world.now < until && rate === number(act, 'annualRatePpm') && recourse === act.json['recourse'])
    demand(text(act, 'seller') === holderOf(found) && BigInt(text(act, 'outstanding')) === found.owed)
    demand(isActive(act.world, holderOf(found)))
    pay(act.world, bank, holderOf(found), priceAt(issueOf(act.world, found), found, rate, act.world.now))
    sell(act.world, found, bank, recourse)
  },
  redeem(act) {
    const found = root(act)
    const { world, call } = act
    demand(call.parties.includes(CORE) && found.state !== 'OFFERED')
    const owed = outstandingOf(world, found.root)
    const amount = act.json['amount'] === undefined ? owed : BigInt(text(act, 'amount'))
    demand(owed > 0n && amount > 0n && amount <= owed)
    const issue = issueOf(world, found)
    pay(world, CORE, CLEARING_BANK, amount)
    shareOut(world, found, amount)
    issue.redeemed += amount
    ;(world.invoices.get(issue.invoice) as Invoice).settled += amount
    release(world, issue.line, amount)
    close(world, found)
  },
  declareOverdue(act) {
    acts(act, act.call.parties[0] as string)
    const found = root(act)
    demand(isOverdueAt(act.world, issueOf(act.world, found)))
    const unpaid: readonly string[] = ['ACTIVE', 'TRANSFER_PENDING', 'QUOTED', 'FINANCED', 'MATURED']
    const late = [...act.world.notes.values()].filter((one) => one.root === found.root && unpaid.includes(one.state))
    demand(late.length > 0)
    for (const one of late) become(act.world, one, 'OVERDUE')
  },
  claimRecourse(act) {
    const found = held(act, 'OVERDUE')
    demand(found.sales.at(-1)?.recourse === true)
    found.state = 'RECOURSE'
  },
  payRecourse(act) {
    const found = note(act)
    const sale = found.sales.at(-1)
    demand(found.state === 'RECOURSE' && sale !== undefined)
    const { seller } = sale
    acts(act, seller)
    pay(act.world, seller, holderOf(found), found.owed)
    found.hands = found.hands.slice(0, -1)
    found.sales = found.sales.slice(0, -1)
    found.state = 'OVERDUE'
  },
  writeOff(act) {
    const found = note(act)
    acts(act, holderOf(found))
    demand(act.call.fourEyes.includes(holderOf(found)) && (found.state === 'OVERDUE' || found.state === 'RECOURSE'))
    release(act.world, issueOf(act.world, found).line, found.owed)
    found.owed = 0n
    found.state = 'WRITTEN_OFF'
    close(act.world, found)
  },
  freeze(act) {
    const { world, call } = act
    const by = call.parties[0] as string
    const found = note(act)
    acts(act, by)
    demand((by === 'court' || by === 'regulator') && LIVE.includes(found.state))
    const until = number(act, 'expiresAtMs')
    demand(until > world.now && until <= world.now + 366 * DAY)
    if (found.freeze === undefined) {
      const was = found.state === 'TRANSFER_PENDING' || found.state === 'QUOTED' ? rest(found) : found.state
      become(world, found, 'FROZEN')
      found.freeze = { orders: [], was, waiting: 0n }
    }
    found.freeze.orders = [...found.freeze.orders.filter((order) => order.by !== by), { by, until }]
  },
  unfreeze(act) {
    const by = act.call.parties[0] as string
    acts(act, by)
    const { freeze } = note(act)
    demand(freeze !== undefined)
    const others = freeze.orders.filter((order) => order.by !== by)
    demand(others.length < freeze.orders.length)
    freeze.orders = others
    if (others.length === 0) thaw(act.world, note(act))
  },
  setKyc(act) {
    const { world, call } = act
    const [party, status] = [text(act, 'partyId'), text(act, 'status')]
    const by = call.fourEyes[0]
    demand(by === 'association' || (by === 'regulator' && isActive(world, by) && status === 'SUSPENDED'))
    if (status === 'SUSPENDED') {
      demand(isActive(world, party))
      world.suspended.add(party)
    } else world.suspended.delete(party)
  },
}

function release(world: World, line: string, amount: bigint): void {
  const found = world.lines.get(line)
  if (found !== undefined) found.used -= amount
}

/** The world after a transaction at a time: all of its calls, or none of them. */
export function apply(world: World, calls: readonly ModelCall[], now: number): { readonly world: World; readonly ok: boolean } {
  const before = structuredClone(world)
  passTime(before, now)
  const after = structuredClone(before)
  try {
    for (const call of calls) {
      const command = COMMANDS[call.command]
      if (command === undefined) throw new Error(`the model has no ${call.command}`)
      command({ world: after, json: call.json, call })
    }
  } catch (error) {
    if (error instanceof Refused) return { world: before, ok: false }
    throw error
  }
  return { world: after, ok: true }
}
