/** How often each of some codes came. */
export type Counts = Readonly<Record<string, number>>

export function addedUp(parts: readonly Counts[]): Counts {
  const total = new Map<string, number>()
  for (const part of parts) for (const [code, count] of Object.entries(part)) total.set(code, (total.get(code) ?? 0) + count)
  return Object.fromEntries(total)
}

/** Everything that was not committed, of several clients. */
export function faultCounts(sendings: readonly { readonly rejected: Counts; readonly failures: Counts }[]): Counts {
  return addedUp(sendings.flatMap(({ rejected, failures }) => [rejected, failures]))
}
