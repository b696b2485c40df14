import type { FinalReceipt } from '@hanse/sdk'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { isoTime, mark, type Output } from '../terminal/output.ts'

/** Tells a receipt of a transaction that succeeded; one that was rejected is an error before it comes here. */
export function showReceipt(receipt: FinalReceipt, output: Output): ExitCode {
  const { txId, height, blockHash, timeMs, events } = receipt
  output.line(mark.good(`final at height ${height}`))
  output.fields([
    ['hash', txId],
    ['block', blockHash],
    ['time', isoTime(timeMs)],
  ])
  for (const { module, type, attributes } of events) {
    output.line(`  ${module}.${type}  ${attributes.map(({ key, value }) => `${key}=${value}`).join(' ')}`)
  }
  output.result(receipt)
  return EXIT_CODE.ok
}
