/** Letters that may differ in a name that is taken for a misspelt one: one in three, at least two. */
function isNear(distance: number, word: string): boolean {
  return distance <= Math.max(2, Math.floor(word.length / 3))
}

/** Insertions, deletions, replacements and swaps of neighbours that make one word of another (Damerau, restricted). */
function editDistance(left: string, right: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: right.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      const isSwap = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const replaced = (last[column - 1] as number) + (isSame ? 0 : 1)
      const edited = Math.min(replaced, (last[column] as number) + 1, (current[column - 1] as number) + 1)
      current.push(isSwap ? Math.min(edited, (beforeLast[column - 2] as number) + 1) : edited)
    }
    beforeLast = last
    last = current
  }
  return last[right.length] as number
}

/** The word that somebody may have meant; undefined where none is near. Small words: the cost is the product of their lengths. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase().slice(0, 64)
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .sort((left, right) => left.distance - right.distance)
  return best !== undefined && isNear(best.distance, best.candidate) ? best.candidate : undefined
}
