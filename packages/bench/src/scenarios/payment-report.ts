import { chartSvg } from '../chart.ts'
import { type Distribution, distributionOf, histogram } from '../statistics.ts'

/** From the instruction to the creditor's account, in ms: none may take so long. */
const PAYMENT_MS_MAX = 3_000

/** One payment: what each of its steps took, from the sending to the receipt, in ms. */
export interface TimedPayment {
  readonly stepsMs: readonly number[]
  /** From the sending of the first to the receipt of the last. */
  readonly totalMs: number
}

export interface PaymentReport {
  readonly scenario: 'payment'
  readonly validators: number
  readonly payments: readonly TimedPayment[]
  readonly totalMs: Distribution
  readonly steps: readonly { readonly step: string; readonly ms: Distribution }[]
}

export function paymentReport(validators: number, steps: readonly string[], payments: readonly TimedPayment[]): PaymentReport {
  return {
    scenario: 'payment',
    validators,
    payments,
    totalMs: distributionOf(payments.map(({ totalMs }) => totalMs)),
    steps: steps.map((step, index) => ({ step, ms: distributionOf(payments.map(({ stepsMs }) => stepsMs[index] as number)) })),
  }
}

/** What was promised and not kept. */
export function paymentFaults({ totalMs: { max } }: PaymentReport): readonly string[] {
  return max < PAYMENT_MS_MAX ? [] : [`a payment took ${max.toFixed(0)} ms, to be reached are less than ${PAYMENT_MS_MAX} ms`]
}

export function paymentLines(report: PaymentReport): readonly string[] {
  const { validators, payments, totalMs, steps } = report
  return [
    `payment: ${validators} validators, ${payments.length} payments one after the other on an idle devnet, each agent at a node of its own`,
    `  to ACCC     ${text(totalMs)}: from the instruction to the creditor's account`,
    ...steps.map(({ step, ms }) => `    ${step.padEnd(26)}${text(ms)}`),
    ...paymentFaults(report).map((fault) => `  not kept: ${fault}`),
    '  from the instruction to ACCC:',
    ...histogram(payments.map((payment) => payment.totalMs)),
  ]
}

function text({ p50, p99, max }: Distribution): string {
  return `p50 ${p50.toFixed(0)} ms · p99 ${p99.toFixed(0)} ms · max ${max.toFixed(0)} ms`
}

export function paymentChart({ validators, payments }: PaymentReport): string {
  return chartSvg(`payment: ${validators} validators, idle`, [
    {
      ...{ title: 'From the instruction to ACCC', xLabel: 'payment', yLabel: 'ms' },
      lines: [{ name: 'to ACCC', points: payments.map(({ totalMs }, index) => [index + 1, totalMs]) }],
    },
  ])
}
