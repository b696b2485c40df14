import { MODULE_REJECTIONS } from '@hanse/modules'
import { HanseRpcError, RPC_CODE, type RpcErrorData } from './errors.ts'
import type { FinalReceipt } from './methods.ts'

/** A final receipt that says no, in the words of this software's table of refusals, or of the node that has the module. */
export function rejectedByModule(method: string, receipt: FinalReceipt, data: Readonly<Record<string, unknown>> = {}): HanseRpcError {
  const { code = 'tx/rejected', callIndex, reason, txId, height } = receipt
  const row = Object.hasOwn(MODULE_REJECTIONS, code) ? MODULE_REJECTIONS[code] : undefined
  const meaning = row?.meaning ?? (typeof data['meaning'] === 'string' ? data['meaning'] : code)
  return new HanseRpcError(method, RPC_CODE.rejectedByModule, `rejected at height ${height}: ${meaning}`, {
    ...(callIndex === undefined ? {} : { path: `calls.${callIndex}` }),
    ...(reason === undefined ? {} : { reason }),
    ...data,
    ...(row === undefined ? {} : { hint: row.hint }),
    ...{ code, txHash: txId, receipt },
  } as RpcErrorData)
}
