import type { Hash } from '@hanse/primitives'
import type { BlockData, EventData, Topic, Topics, TransactionData } from '@hanse/sdk'
import { type Cell, isoTime } from '../terminal/output.ts'
import { journalDetails } from './journal-details.ts'
import type { Column } from './live-table.ts'

export const TOPICS = ['blocks', 'transactions', 'events', 'consensus', 'node'] as const satisfies readonly Topic[]
export type WatchTopic = (typeof TOPICS)[number]

export interface TopicView {
  readonly columns: readonly Column[]
  /** A row of what a subscription told. */
  row(data: object, names: Names): readonly Cell[]
}

/** How things are called where the reader looks: hashes are cut short at a terminal only. */
export interface Names {
  validator(index: number): string
  hash(hash: Hash): string
}

const HEIGHT: Column = { title: 'height', width: 8, isNumber: true }
const TIME: Column = { title: 'time', width: 24 }

const blocks: TopicView = {
  columns: [
    ...[HEIGHT, TIME, { title: 'tx', width: 5, isNumber: true }, { title: 'bytes', width: 8, isNumber: true }],
    ...[
      { title: 'proposer', width: 12 },
      { title: 'view', width: 4, isNumber: true },
      { title: 'hash', width: 13 },
    ],
    { title: 'signed by', width: 0 },
  ],
  row: (data, names) => {
    const { height, timeMs, transactionIds, sizeBytes, header, certificate, hash } = data as BlockData
    const signers = certificate?.signatures.map(({ signer }) => names.validator(signer)).join(' ')
    const proposer = height === 0 ? '' : names.validator(header.proposer)
    return [height, isoTime(timeMs), transactionIds.length, sizeBytes, proposer, certificate?.view, names.hash(hash), signers]
  },
}

const transactions: TopicView = {
  columns: [HEIGHT, TIME, { title: 'hash', width: 13 }, { title: 'calls', width: 32 }, { title: 'outcome', width: 0 }],
  row: (data, names) => {
    const { hash, body, receipt } = data as TransactionData
    const calls = body.calls.map(({ module, command }) => `${module}.${command}`).join(' ')
    return [receipt.height, isoTime(receipt.timeMs), names.hash(hash), calls, receipt.code ?? receipt.outcome]
  },
}

const events: TopicView = {
  columns: [HEIGHT, TIME, { title: 'transaction', width: 13 }, { title: 'event', width: 28 }, { title: 'attributes', width: 0 }],
  row: (data, names) => {
    const { event, txId, height, timeMs } = data as EventData
    const attributes = event.attributes.map(({ key, value }) => `${key}=${value}`).join(' ')
    return [height, isoTime(timeMs), names.hash(txId), `${event.module}.${event.type}`, attributes]
  },
}

const journal: TopicView = {
  columns: [TIME, { title: 'what', width: 18 }, { title: 'details', width: 0 }],
  row: (data) => {
    const entry = data as Topics['consensus' | 'node']['data']
    return [isoTime(entry.atMs), entry.type, journalDetails(entry)]
  },
}

export const TOPIC_VIEWS: Readonly<Record<WatchTopic, TopicView>> = { blocks, transactions, events, consensus: journal, node: journal }
