/** A fenced block of a page, with what the page says that it prints. */
export interface Block {
  readonly language: string
  readonly code: string
  /** Under which heading it stands, and where. */
  readonly place: string
  readonly expected?: string
}

const FENCE = /^(#{1,6} .*)$|^```([a-z]*)\n([\s\S]*?)^```$/gm

/** All fenced blocks of a page in order. A `text` block is what the one before it prints. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  let heading = ''
  for (const [, title, language = '', code = ''] of markdown.matchAll(FENCE)) {
    if (title !== undefined) heading = title.replace(/^#+ /, '')
    else if (language === 'text') blocks.push({ ...precedingOf(blocks, code), expected: code })
    else
      blocks.push({ language, code, place: `${heading}, ${language === '' ? 'no language' : language}: ${code.trim().split('\n', 1)[0]}` })
  }
  return blocks
}

function precedingOf(blocks: Block[], code: string): Block {
  const block = blocks.pop()
  if (block === undefined || block.expected !== undefined) throw new Error(`nothing prints this: ${code}`)
  return block
}

/** What a page shows, `…` standing for anything. */
export function patternOf(shown: string): RegExp {
  const pieces = shown.trim().split('…')
  return new RegExp(`^${pieces.map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^]*')}$`)
}
