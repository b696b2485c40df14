import type { WorkloadKind } from './workload.ts'
import { paymentLives } from './workloads/payment.ts'
import { receivableLives } from './workloads/receivable.ts'
import { transfersOf } from './workloads/transfer.ts'

/** Every kind of load, by the name that reports give it. */
export const WORKLOADS = {
  transfer: transfersOf(1),
  /** Many payments that one operator signs at once. */
  batch: transfersOf(10),
  receivable: receivableLives,
  payment: paymentLives,
} as const satisfies Readonly<Record<string, WorkloadKind>>

export type WorkloadName = keyof typeof WORKLOADS
