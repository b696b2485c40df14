/** Inputs that are tried for a smaller one. */
const TRIES_MAX = 2_000

/**
 * A smaller input that still fails: pieces are left out, halves first, then bytes become zero. `fails` says whether one fails in the same
 * way.
 */
export async function shrink(bytes: Uint8Array, fails: (candidate: Uint8Array) => Promise<boolean>): Promise<Uint8Array> {
  let smallest = bytes
  let tries = 0
  const attempt = async (candidate: Uint8Array): Promise<boolean> => {
    tries += 1
    if (tries > TRIES_MAX || !(await fails(candidate))) return false
    smallest = candidate
    return true
  }
  for (let length = Math.max(1, bytes.length >> 1); tries <= TRIES_MAX; length >>= 1) {
    for (let from = 0; from < smallest.length && tries <= TRIES_MAX; ) {
      const without = Uint8Array.from([...smallest.subarray(0, from), ...smallest.subarray(from + length)])
      if (!(await attempt(without))) from += length
    }
    if (length <= 1) break
  }
  for (let index = 0; index < smallest.length && tries <= TRIES_MAX; index++) {
    if (smallest[index] === 0) continue
    const plainer = Uint8Array.from(smallest)
    plainer[index] = 0
    await attempt(plainer)
  }
  return smallest
}
