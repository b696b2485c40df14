const RANGE_BY_NUMBER = /^(.*?)([0-9]+)$/

/** A list of codes as a set. `0002..0091` stands for ninety of them and `AAA..AAG` for seven: the end counts on, the rest stays. */
export function codes(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/).flatMap(expand))
}

function expand(item: string): readonly string[] {
  const [from = '', to] = item.split('..')
  if (to === undefined) return [from]
  const [, prefix, digits] = RANGE_BY_NUMBER.exec(from) ?? []
  if (prefix === undefined || digits === undefined) return letters(from, to)
  const last = Number(to.slice(prefix.length))
  return span(Number(digits), last).map((number) => prefix + String(number).padStart(digits.length, '0'))
}

function letters(from: string, to: string): readonly string[] {
  const prefix = from.slice(0, -1)
  return span(from.charCodeAt(prefix.length), to.charCodeAt(prefix.length)).map((unit) => prefix + String.fromCharCode(unit))
}

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
