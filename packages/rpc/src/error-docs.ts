import { docsOf } from './errors.ts'

/** What the docs say of a code; a module's table fits as it is. */
export interface DocumentedError {
  /** Absent where the code's number depends on the method: a module's. */
  readonly number?: number
  readonly meaning: string
  readonly hint: string
  /** What a standard calls it. */
  readonly reason?: string
}

/** A table of codes in Markdown. Each row has the anchor that `error.data.docs` points to. */
export function renderErrorTable(rows: Readonly<Record<string, DocumentedError>>): string {
  const numbered = Object.values(rows).some(({ number }) => number !== undefined)
  const reasoned = Object.values(rows).some(({ reason }) => reason !== undefined)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const head = ['code', ...(numbered ? ['number'] : []), 'when', 'what to do', ...(reasoned ? ['reason'] : [])]
  return [
    line(head),
    line(head.map(() => '---')),
    ...Object.entries(rows).map(([code, { number, meaning, hint, reason = '' }]) => {
      const anchor = docsOf(code).split('#')[1] ?? ''
      return line([
        `<a id="${anchor}"></a>\`${code}\``,
        ...(numbered ? [`${number ?? ''}`] : []),
        meaning,
        hint,
        ...(reasoned ? [reason] : []),
      ])
    }),
  ].join('\n')
}
