/**
 * Refuses regular expressions in which a repeated group holds a repetition, `(a+)*`, or alternatives that take the same
 * character, `(a|[ab])*`: on input made for it, such a pattern takes time exponential in the input's length.
 * @param {import('./read-source.mjs').Source} source
 * @returns {string[]}
 */
export function checkPatterns(source) {
  return source.patterns.flatMap(({ text, line }) => {
    const place = `${source.path}:${line}: /${text}/`
    if (hasNestedRepetition(text)) return [`${place} repeats a group that repeats: time grows exponentially`]
    if (hasOverlappingAlternatives(text)) return [`${place} repeats alternatives that take the same character: time grows exponentially`]
    return []
  })
}

export function hasNestedRepetition(pattern) {
  return groupsOf(pattern).some(({ repeats, isRepeated }) => repeats && isRepeated)
}

/** Of two alternatives that begin with the same character, one that is nothing else makes the choice a free one, each time anew. */
export function hasOverlappingAlternatives(pattern) {
  return groupsOf(pattern).some(({ alternatives, isRepeated }) => {
    if (!isRepeated || alternatives.length < 2) return false
    const firsts = alternatives.map((text) => ({ text, atom: firstAtom(text) }))
    return firsts.some(({ text, atom }, index) => {
      const others = firsts.filter((_, other) => other !== index)
      return atom !== undefined && atom === text && others.some((other) => other.atom !== undefined && overlap(atom, other.atom))
    })
  })
}

/**
 * The groups of a pattern: what their alternatives are, whether a repetition stands inside, whether they are repeated.
 * @returns {{ repeats: boolean, isRepeated: boolean, alternatives: string[] }[]}
 */
function groupsOf(pattern) {
  const groups = []
  const open = [{ repeats: false, starts: [0] }]
  for (let position = 0; position < pattern.length; position += 1) {
    const character = pattern[position]
    if (character === '\\') position += 1
    else if (character === '[') position = classEnd(pattern, position)
    else if (character === '(') open.push({ repeats: false, starts: [bodyStart(pattern, position)] })
    else if (character === '|') open.at(-1).starts.push(position + 1)
    else if (character === ')') {
      const { repeats, starts } = open.pop()
      const alternatives = starts.map((start, index) => pattern.slice(start, index + 1 < starts.length ? starts[index + 1] - 1 : position))
      groups.push({ repeats, alternatives, isRepeated: isRepetition(pattern, position + 1) })
      open.at(-1).repeats ||= repeats
    }
    if (isRepetition(pattern, position + 1)) open.at(-1).repeats = true
  }
  return groups
}

/** Behind `(`, `(?:`, `(?<name>` and the like. */
function bodyStart(pattern, position) {
  return position + (/^\((?:\?(?:[:=!]|<[=!]|<[A-Za-z_$][\w$]*>))?/.exec(pattern.slice(position))?.[0].length ?? 1)
}

/** The single character or class that an alternative begins with; undefined where it begins with something else. */
function firstAtom(text) {
  if (text.startsWith('[')) return text.slice(0, classEnd(text, 0) + 1)
  if (text.startsWith('\\')) return /^\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]+\}|[^bB0-9k])/.exec(text)?.[0]
  return text === '' || '^$('.includes(text[0]) ? undefined : text[0]
}

const SAMPLE = [...Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)), '\u0394', '\u4e2d', '\u2028']

function overlap(left, right) {
  try {
    const [isLeft, isRight] = [left, right].map((atom) => new RegExp(`^(?:${atom})$`, 'u'))
    return SAMPLE.some((character) => isLeft.test(character) && isRight.test(character))
  } catch {
    // Written for another mode than Unicode's: only what is the same to the letter is known to overlap.
    return left === right
  }
}

/** `*`, `+`, `{2,}` and `{2,9}` repeat; `?`, `{0,1}` and the fixed `{9}` leave no choice that could multiply. */
function isRepetition(pattern, position) {
  const character = pattern[position]
  if (character === '*' || character === '+') return true
  const bounds = /^\{(\d+),(\d*)\}/.exec(pattern.slice(position))
  if (bounds === null) return false
  const [, least, most] = bounds
  return most === '' || (Number(most) > 1 && most !== least)
}

function classEnd(pattern, start) {
  for (let position = start + 1; position < pattern.length; position += 1) {
    if (pattern[position] === '\\') position += 1
    else if (pattern[position] === ']') return position
  }
  return pattern.length
}
