/**
 * Refuses regular expressions in which a repeated group holds a repetition, `(a+)*`: on input made for it, such a
 * pattern takes time exponential in the input's length.
 * @param {import('./read-source.mjs').Source} source
 * @returns {string[]}
 */
export function checkPatterns(source) {
  const bad = source.patterns.filter(({ text }) => hasNestedRepetition(text))
  return bad.map(({ text, line }) => `${source.path}:${line}: /${text}/ repeats a group that repeats: time grows exponentially`)
}

export function hasNestedRepetition(pattern) {
  const open = [{ repeats: false }]
  for (let position = 0; position < pattern.length; position += 1) {
    const character = pattern[position]
    if (character === '\\') position += 1
    else if (character === '[') position = classEnd(pattern, position)
    else if (character === '(') open.push({ repeats: false })
    else if (character === ')') {
      const group = open.pop()
      if (group.repeats && isRepetition(pattern, position + 1)) return true
      open.at(-1).repeats ||= group.repeats
    }
    if (isRepetition(pattern, position + 1)) open.at(-1).repeats = true
  }
  return false
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
