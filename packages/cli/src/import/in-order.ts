/**
 * Works on items side by side, at most `inFlightMax` at a time, and gives what came of each in the order of the items. Where one fails no
 * other is begun, those under way are waited for and given too, and then its error is thrown.
 */
export async function workInOrder<T, R>(
  items: readonly T[],
  inFlightMax: number,
  work: (item: T) => Promise<R>,
  onDone: (result: R) => void,
): Promise<void> {
  const underWay: Promise<R>[] = []
  let begun = 0
  let hasFailed = false
  const begin = (): void => {
    for (; begun < items.length && underWay.length < inFlightMax && !hasFailed; begun++) {
      const one = work(items[begun] as T)
      one.catch(() => {
        hasFailed = true
      })
      underWay.push(one)
    }
  }
  for (begin(); underWay.length > 0; begin()) {
    const next = underWay.shift() as Promise<R>
    try {
      onDone(await next)
    } catch (error) {
      for (const rest of await Promise.allSettled(underWay)) if (rest.status === 'fulfilled') onDone(rest.value)
      throw error
    }
  }
}

/**
 * Lets `openMax` pieces of work be under way at a time; others wait in the order in which they came. Where one fails, none that waits is
 * begun: it fails with the same error.
 */
export function createGate(openMax: number): <R>(work: () => Promise<R>) => Promise<R> {
  const waiting: (() => void)[] = []
  let open = 0
  let failure: { readonly error: unknown } | undefined
  return async (work) => {
    if (open < openMax) open += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      if (failure !== undefined) throw failure.error
      return await work()
    } catch (error) {
      failure ??= { error }
      throw error
    } finally {
      const next = waiting.shift()
      if (next === undefined) open -= 1
      else next()
    }
  }
}
