import { outputColors } from './colors.ts'

export type Cell = string | number | undefined

/** Where a command writes: for people line by line, or one JSON document on standard output. */
export interface Output {
  readonly isJson: boolean
  /** A line for people; nothing in JSON mode. */
  line(text?: string): void
  /** Names and values, aligned; rows without a value are left out. */
  fields(rows: readonly (readonly [string, Cell])[]): void
  /** Rows under headers, aligned. */
  table(headers: readonly string[], rows: readonly (readonly Cell[])[]): void
  /** The command's result in JSON mode; a command gives one. */
  result(value: unknown): void
  /** From here on the command gives items instead of one result: in JSON mode all that follows, errors too, is a line each. */
  beginStream(): void
  readonly isStream: boolean
  /** One of many results, after `beginStream`. */
  item(value: unknown): void
  /** A word to people beside the result: on standard error, in every mode. */
  note(text: string): void
}

export const mark = {
  good: (text: string): string => `${outputColors.green('✔')} ${text}`,
  bad: (text: string): string => `${outputColors.red('✖')} ${text}`,
  warning: (text: string): string => `${outputColors.yellow('⚠')} ${text}`,
  dim: outputColors.dim,
  bold: outputColors.bold,
} as const

export function createOutput(isJson: boolean): Output {
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`)
  }
  let isStream = false
  return {
    isJson,
    get isStream() {
      return isStream
    },
    line: (text = '') => {
      if (!isJson) print(text)
    },
    fields: (rows) => {
      if (isJson) return
      const shown = rows.filter(([, value]) => value !== undefined)
      const width = Math.max(0, ...shown.map(([name]) => name.length))
      for (const [name, value] of shown) print(`${mark.dim(name.padEnd(width))}  ${value}`)
    },
    table: (headers, rows) => {
      if (isJson) return
      for (const line of alignedRows(headers, rows)) print(line)
    },
    result: (value) => {
      if (isJson) print(JSON.stringify(value, undefined, 2))
    },
    beginStream: () => {
      isStream = true
    },
    item: (value) => {
      if (isJson) print(JSON.stringify(value))
    },
    note: (text) => {
      process.stderr.write(`${text}\n`)
    },
  }
}

/** Columns as wide as their widest cell; numbers to the right. */
export function alignedRows(headers: readonly string[], rows: readonly (readonly Cell[])[]): readonly string[] {
  const texts = rows.map((row) => headers.map((_, column) => `${row[column] ?? ''}`))
  const widths = headers.map((header, column) => Math.max(header.length, ...texts.map((row) => (row[column] as string).length)))
  const isNumeric = headers.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'))
  const align = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (isNumeric[column] === true ? cell.padStart(widths[column] as number) : cell.padEnd(widths[column] as number)))
      .join('  ')
      .trimEnd()
  return [mark.dim(align(headers)), ...texts.map(align)]
}

/** `0x7c1e…40aa`. */
export function shortHex(hex: string): string {
  return hex.length <= 14 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`
}

/** `16.0 MiB`. */
export function byteSize(sizeBytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let [size, unit] = [sizeBytes, 0]
  for (; size >= 1024 && unit < units.length - 1; unit++) size /= 1024
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`
}

/** `2026-03-01T12:00:00.000Z`. */
export function isoTime(timeMs: number): string {
  return Number.isFinite(new Date(timeMs).getTime()) ? new Date(timeMs).toISOString() : `${timeMs} ms`
}
