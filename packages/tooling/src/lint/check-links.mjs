import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FENCE = /^ {0,3}(```|~~~)/
const LINK = /\]\(<?([^()<>\s]+)>?(?: "[^"]*")?\)/g
const REFERENCE = /^ {0,3}\[[^\]]+\]:\s+<?([^<>\s]+)>?/
const HEADING = /^#{1,6} (.*)$/

/**
 * Checks that the relative links of a Markdown file lead to a file, and to a heading where they name one.
 * @returns {string[]}
 */
export function checkLinks(root, path) {
  return linksOf(readFileSync(join(root, path), 'utf8')).flatMap(({ target, line }) => {
    const fault = faultOf(root, path, target)
    return fault === undefined ? [] : [`${path}:${line}: '${target}' ${fault}`]
  })
}

function faultOf(root, path, target) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined
  const [file, anchor] = target.split('#')
  const destination = file === '' ? path : file.startsWith('/') ? file.slice(1) : join(dirname(path), decodeURIComponent(file))
  if (!existsSync(join(root, destination))) return 'leads nowhere'
  if (anchor === undefined || !destination.endsWith('.md')) return undefined
  return anchorsOf(readFileSync(join(root, destination), 'utf8')).has(anchor) ? undefined : `names no heading of ${destination}`
}

function linksOf(text) {
  return proseLines(text).flatMap(({ content, line }) => {
    const prose = content.replace(/`[^`]*`/g, '``')
    const targets = [...prose.matchAll(LINK)].map((match) => match[1])
    const reference = REFERENCE.exec(prose)
    return [...targets, ...(reference === null ? [] : [reference[1]])].map((target) => ({ target, line }))
  })
}

/** A heading's anchor as GitHub makes it: lower case, spaces to hyphens, punctuation dropped, repeats numbered. */
function anchorsOf(text) {
  const anchors = new Set()
  for (const { content } of proseLines(text)) {
    const heading = HEADING.exec(content)
    if (heading === null) continue
    const words = heading[1]
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    const anchor = words.replace(/\s/g, '-')
    let unique = anchor
    for (let count = 1; anchors.has(unique); count += 1) unique = `${anchor}-${count}`
    anchors.add(unique)
  }
  return anchors
}

function proseLines(text) {
  let isCode = false
  return text.split('\n').flatMap((content, index) => {
    const isFence = FENCE.test(content)
    if (isFence) isCode = !isCode
    return isFence || isCode ? [] : [{ content, line: index + 1 }]
  })
}
