import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type NodeEndpoints, rpcUrl, statusOf } from '@hanse/devnet'
import { bytesToHex } from '@hanse/primitives'
import { parseGenesis } from '@hanse/protocol'
import type { SignedTransaction } from '../load/sign-transaction.ts'
import { RECEIPT_TIMEOUT_MS } from '../load/stock.ts'
import { type Story, type TellStory, TIME_TO_LIVE_MS, type Workload } from '../load/workload.ts'
import { PAYMENT_STEPS } from '../load/workloads/payment.ts'
import { WORKLOADS } from '../load/workloads.ts'
import { type BenchNetwork, startNetwork } from '../network.ts'
import { defineScenario } from '../scenario.ts'
import { paymentChart, paymentFaults, paymentLines, paymentReport, type TimedPayment } from './payment-report.ts'

/** Between two payments: what one leaves behind is done when the next one comes, in ms. */
const PAUSE_MS = 300
/** Payments before those that count: processes that have just begun compile what they run. */
const FIRST_PAYMENTS = 5

export const paymentScenario = defineScenario({
  name: 'payment',
  summary: 'one payment across a border at a time, screened by both agents: from the instruction to the creditor’s account',
  draws: true,
  options: { payments: { default: 50, min: 20, max: 1_000 }, validators: { default: 4, min: 4, max: 16 } },
  run: async ({ payments, validators }, onProgress) => {
    onProgress(0, 1, 'the network starts')
    const network = await startNetwork(validators)
    try {
      const { beforehand, story } = await openWorkload(network)
      if (beforehand !== undefined) await play(network, told(beforehand, 0))
      const timed: TimedPayment[] = []
      for (let index = 0; index < FIRST_PAYMENTS + payments; index++) {
        onProgress(index, FIRST_PAYMENTS + payments, 'payments')
        await sleep(PAUSE_MS)
        timed.push(await play(network, told(story, index)))
      }
      const steps = PAYMENT_STEPS.map(({ step }) => step)
      const report = paymentReport(validators, steps, timed.slice(FIRST_PAYMENTS))
      return { lines: paymentLines(report), figures: report, chart: paymentChart(report), failed: paymentFaults(report).length > 0 }
    } finally {
      await network.close()
    }
  },
})

async function openWorkload({ devnet }: BenchNetwork): Promise<Workload> {
  const chain = parseGenesis(await readFile(join(devnet.directory, 'genesis.json')))
  if (!chain.ok) throw new Error(chain.error.message)
  const height = (await statusOf(devnet.nodes[0] as NodeEndpoints))?.height ?? 0
  return WORKLOADS.payment.open({ chain: chain.value, client: 0, clients: 1, nowMs: Date.now(), height })
}

function told(tell: TellStory, index: number): Story {
  const story = tell(index, Date.now() + TIME_TO_LIVE_MS)
  if (story === undefined) throw new Error('there is nothing to tell')
  return story
}

/** Each bank waits for its receipt at its own node; the next step is sent when it is there. */
async function play({ devnet: { nodes } }: BenchNetwork, story: Story): Promise<TimedPayment> {
  const startMs = performance.now()
  const stepsMs: number[] = []
  for (const [index, transaction] of story.entries()) {
    const sentMs = performance.now()
    await sendAndWait(nodes[(PAYMENT_STEPS[index]?.bank ?? 0) % nodes.length] as NodeEndpoints, transaction)
    stepsMs.push(performance.now() - sentMs)
  }
  return { stepsMs, totalMs: performance.now() - startMs }
}

async function sendAndWait(node: NodeEndpoints, { id, bytes }: SignedTransaction): Promise<void> {
  const params = { raw: bytesToHex(bytes), timeoutMs: RECEIPT_TIMEOUT_MS }
  const response = await fetch(rpcUrl(node), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tx_sendAndWait', params }),
  })
  const { result, error } = (await response.json()) as {
    readonly result?: { readonly txId: string; readonly outcome: string }
    readonly error?: { readonly message: string }
  }
  if (result?.txId !== id || result.outcome !== 'success') throw new Error(`${node.name}: ${error?.message ?? 'another receipt'}`)
}
