import type { Rejection } from '@hanse/primitives'
import type { Output } from '../terminal/output.ts'

/** Why a document was refused, under the line of its file. */
export function showRefusal({ code, message, path, hint }: Rejection, output: Output): void {
  output.line(`  refused: ${code} · ${message}`)
  if (path !== undefined) output.line(`  element: ${path}`)
  if (hint !== undefined) output.line(`  hint: ${hint}`)
}
