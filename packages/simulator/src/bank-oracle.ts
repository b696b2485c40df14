import type { Hash } from '@hanse/primitives'
import type { FinalBlock } from '@hanse/replica'
import type { Ledger } from '@hanse/state'
import { GENESIS_BALANCE, SIM_CURRENCY, SIM_PARTY_IDS } from './sim-chain.ts'
import { Violation } from './violation.ts'

/** A payment that a client has sent. */
export interface Transfer {
  readonly from: string
  readonly to: string
  readonly amount: bigint
}

type Balances = ReadonlyMap<string, bigint>

/**
 * Oracle 10, by a bank of its own that knows nothing of modules: payments succeed when there is money for them, nothing is made or lost, and
 * every account that a node shows is as the bank has it at that height.
 */
export class BankOracle {
  readonly #transfers: ReadonlyMap<Hash, Transfer>
  /** As of each height. */
  readonly #history: Balances[] = [new Map(SIM_PARTY_IDS.map((party) => [party, BigInt(GENESIS_BALANCE)]))]

  constructor(transfers: ReadonlyMap<Hash, Transfer>) {
    this.#transfers = transfers
  }

  /** The next height, executed by `ledger`, whose head it is. */
  onBlock({ included, receipts, header }: FinalBlock['block'], ledger: Ledger): void {
    const balances = new Map(this.#history.at(-1))
    for (const [place, { id }] of included.entries()) {
      const transfer = this.#transfers.get(id)
      if (transfer === undefined) continue
      const isPaid = pay(balances, transfer)
      if ((receipts[place]?.outcome === 'success') !== isPaid)
        throw new Violation(
          10,
          `transaction ${id} is ${receipts[place]?.outcome ?? 'without receipt'}, and the bank has ${isPaid ? '' : 'not '}paid it`,
        )
    }
    this.#history.push(balances)
    const total = [...balances.values()].reduce((sum, amount) => sum + amount, 0n)
    if (total !== BigInt(GENESIS_BALANCE) * BigInt(SIM_PARTY_IDS.length))
      throw new Violation(10, `height ${header.height}: accounts sum to ${total}`)
    this.check('the reference', ledger)
  }

  /** What `ledger` shows of its head. */
  check(whose: string, ledger: Ledger): void {
    const { height } = ledger.head.header
    const view = ledger.view()
    for (const [party, amount] of this.#history[height] ?? []) {
      const answer = view.ok ? view.value.query('settlement', 'balance', { partyId: party, currency: SIM_CURRENCY }) : view
      const shown = answer.ok ? (answer.value as { readonly amount: string }).amount : answer.error.code
      if (shown !== `${amount}`) throw new Violation(10, `${whose} shows ${shown} of ${party} at height ${height}, the bank has ${amount}`)
    }
  }
}

function pay(balances: Map<string, bigint>, { from, to, amount }: Transfer): boolean {
  const held = balances.get(from) ?? 0n
  if (held < amount) return false
  balances.set(from, held - amount)
  balances.set(to, (balances.get(to) ?? 0n) + amount)
  return true
}
