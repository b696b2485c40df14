/** Edits between two words: letters put in, left out, replaced, or two that stand the wrong way round. */
function distance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= left.length; row++) {
    const costs = [row]
    rows.push(costs)
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      costs.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
  }
  return at(left.length, right.length)
}

/** Longest word that is compared, in characters. */
const WORD_LENGTH_MAX = 64

/** The candidate that somebody who typed `word` most likely meant; undefined where none is near. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > WORD_LENGTH_MAX) return undefined
  let found: string | undefined
  let leastEdits = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(word.length - candidate.length) >= leastEdits) continue
    const edits = distance(word.toLowerCase(), candidate.toLowerCase())
    if (edits < leastEdits) {
      found = candidate
      leastEdits = edits
    }
  }
  return found
}

/** The end of a message that says that `word` is unknown: `, did you mean …?`; empty where no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearestWord(word, candidates)
  return meant === undefined ? '' : `, did you mean ${meant}?`
}
