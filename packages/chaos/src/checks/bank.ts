import type { Intent } from '../load/history.ts'

/** What the accounts do, written down a second time: the workload's commands alone, without any of the chain's code. */
export class Bank {
  readonly #balances: Map<string, bigint>
  readonly #issuer: string
  minted: bigint
  redeemed = 0n

  constructor(opening: ReadonlyMap<string, bigint>, issuer: string) {
    this.#balances = new Map(opening)
    this.#issuer = issuer
    this.minted = [...opening.values()].reduce((sum, amount) => sum + amount, 0n)
  }

  balanceOf(account: string): bigint {
    return this.#balances.get(account) ?? 0n
  }

  /** The accounts that an intent changes. */
  touchedBy(intent: Intent): readonly string[] {
    if (intent.type === 'redeem') return [this.#issuer]
    return intent.type === 'mint' ? [intent.to] : [intent.from, intent.to]
  }

  /** Whether it takes effect; false leaves everything as it was. */
  apply(intent: Intent): boolean {
    const payer = intent.type === 'redeem' ? this.#issuer : intent.type === 'transfer' ? intent.from : undefined
    if (payer !== undefined) {
      if (this.balanceOf(payer) < intent.amount) return false
      this.#balances.set(payer, this.balanceOf(payer) - intent.amount)
    }
    if (intent.type === 'redeem') this.redeemed += intent.amount
    else this.#balances.set(intent.to, this.balanceOf(intent.to) + intent.amount)
    if (intent.type === 'mint') this.minted += intent.amount
    return true
  }
}
