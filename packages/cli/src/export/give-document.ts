import { writeFile } from 'node:fs/promises'
import type { Context } from '../context.ts'
import { mark } from '../terminal/output.ts'

export const OUT_OPTION = ['--out <file>', 'where to write it, a new file; default: standard output'] as const

interface WrittenDocument {
  /** Of the standard. */
  readonly version: string
  readonly xml: string
}

/** A file that is there stays as it is. */
export async function giveDocument({ version, xml }: WrittenDocument, out: string | undefined, { output }: Context): Promise<void> {
  if (out === undefined) {
    output.line(xml.trimEnd())
    output.result({ version, xml })
    return
  }
  await writeFile(out, xml, { flag: 'wx' })
  output.line(mark.good(`${out}: ${version}`))
  output.result({ version, file: out })
}
