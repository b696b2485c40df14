import { type Cell, mark } from '../terminal/output.ts'

/** A column of a table whose rows are not all known when the first one is shown. */
export interface Column {
  readonly title: string
  /** In characters; what is longer pushes the rest of its row. The last column takes what is left. */
  readonly width: number
  readonly isNumber?: boolean
}

export function headerLine(columns: readonly Column[]): string {
  return mark.dim(
    rowLine(
      columns,
      columns.map(({ title }) => title),
    ),
  )
}

/** `widthMax`, in characters, is that of the terminal: a row that is longer is cut, and says so. */
export function rowLine(columns: readonly Column[], cells: readonly Cell[], widthMax?: number): string {
  const texts = columns.map(({ width, isNumber }, index) => {
    const text = `${cells[index] ?? ''}`
    return isNumber === true ? text.padStart(width) : text.padEnd(width)
  })
  const line = texts.join('  ').trimEnd()
  return widthMax !== undefined && line.length > widthMax ? `${line.slice(0, Math.max(0, widthMax - 1))}…` : line
}
