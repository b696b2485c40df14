import { summarized, type Violation } from './violation.ts'

/** What one node says about a currency at one height. */
export interface Books {
  readonly node: string
  readonly height: number
  readonly balances: readonly bigint[]
  readonly minted: bigint
  readonly redeemed: bigint
}

/** **Conservation**: what all hold together is what was issued and not redeemed. */
export function checkConservation(books: readonly Books[]): readonly Violation[] {
  const messages = books.flatMap(({ node, height, balances, minted, redeemed }) => {
    const sum = balances.reduce((total, amount) => total + amount, 0n)
    if (sum === minted - redeemed) return []
    return [`${node}, height ${height}: ${sum} are held, ${minted} were issued and ${redeemed} redeemed`]
  })
  return summarized('conservation', messages)
}
