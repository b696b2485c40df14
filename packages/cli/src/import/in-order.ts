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
