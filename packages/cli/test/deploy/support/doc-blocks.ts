import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const PROJECT = fileURLToPath(new URL('../../../../../', import.meta.url))

export interface DocBlock {
  /** The section that it stands in. */
  readonly heading: string
  readonly language: string
  /** What stands behind the language on the opening fence, and is not shown: who runs it, or the name of the file that it is. */
  readonly tag: string
  readonly text: string
}

const FENCE = /^```(\w*)[ ]?(.*)\n([\s\S]*?)^```$/gm
const HEADING = /^#+ (.*)$/gm

/** The fenced blocks of a document in their order. What an operator reads is what the tests run. */
export function docBlocks(path: string): readonly DocBlock[] {
  const source = readFileSync(`${PROJECT}${path}`, 'utf8')
  const headings = [...source.matchAll(HEADING)].map((match) => ({ at: match.index, name: match[1] ?? '' }))
  return [...source.matchAll(FENCE)].map((match) => {
    const [, language = '', tag = '', text = ''] = match
    return { heading: headings.findLast(({ at }) => at < match.index)?.name ?? '', language, tag, text }
  })
}

/** The one block of this tag. */
export function blockOf(blocks: readonly DocBlock[], tag: string): string {
  const found = blocks.filter((block) => block.tag === tag)
  const [only] = found
  if (only === undefined || found.length > 1) throw new Error(`${found.length} blocks are tagged '${tag}'`)
  return only.text
}
