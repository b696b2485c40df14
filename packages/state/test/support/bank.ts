import { type Rejection, reject } from '@hanse/primitives'
import { amount, optional, text, uint } from '@hanse/protocol'
import { dueQueue } from '../../src/data/due-queue.ts'
import { indexList } from '../../src/data/index-list.ts'
import { table } from '../../src/data/table.ts'
import { textValue } from '../../src/data/value-codec.ts'
import { defineEvent } from '../../src/event-kind.ts'
import { defineCommand, defineQuery, type Module, type StateReader, type StateWriter } from '../../src/module.ts'
import { jsonCodec } from './json-codec.ts'

const account = text({ max: 64 })
const balances = table({ module: 'bank', name: 'balance', value: jsonCodec({ amount: amount() }) })
const history = indexList({ module: 'bank', name: 'history', item: textValue })
const due = dueQueue({ module: 'bank', name: 'due', bucketMs: 1_000 })
const notes = table({ module: 'bank', name: 'note', value: textValue })

export const balanceKey = (name: string): Uint8Array => balances.keyOf(name)

function balanceOf(state: StateReader, name: string): bigint {
  return balances.get(state, name)?.amount ?? 0n
}

function add(state: StateWriter, name: string, change: bigint): void {
  const next = balanceOf(state, name) + change
  if (next === 0n) balances.delete(state, name)
  else balances.put(state, name, { amount: next })
}

const mint = defineCommand({
  summary: 'Makes money.',
  params: jsonCodec({ to: account, amount: amount() }),
  execute: (_, state, params) => {
    add(state, params.to, params.amount)
    return undefined
  },
})

const transfer = defineCommand({
  summary: 'Moves money. Writes before it checks, so that a refusal must undo.',
  params: jsonCodec({ from: account, to: account, amount: amount() }),
  execute: ({ txId }, state, { from, to, amount: moved }): Rejection | undefined => {
    const held = balanceOf(state, from)
    add(state, to, moved)
    history.append(state, to, txId)
    state.emit({
      module: 'bank',
      type: 'transferred',
      attributes: [
        { key: 'to', value: to },
        { key: 'amount', value: `${moved}` },
        { key: 'from', value: from },
      ],
    })
    if (held < moved) return reject('bank/too-little', `${from} has ${held}`)
    add(state, from, -moved)
    return undefined
  },
})

const remind = defineCommand({
  summary: 'Leaves a note that a later block deletes.',
  params: jsonCodec({ note: account, atMs: uint() }),
  execute: (_, state, { note, atMs }) => {
    notes.put(state, note, 'waiting')
    due.schedule(state, atMs, note)
    return undefined
  },
})

const misbehave = defineCommand({
  summary: 'Does what a module must not do.',
  params: jsonCodec({ how: account }),
  execute: (_, state, { how }): Rejection | undefined => {
    if (how === 'throw') throw new RangeError('Maximum call stack size exceeded')
    if (how === 'plain') throw new Error('not so')
    if (how === 'mute') throw Object.create(null)
    if (how === 'unspeakable') return { code: '' } as Rejection
    if (how === 'nothing') return null as never
    if (how === 'quiet') {
      try {
        state.get(notes.keyOf('lost'))
      } catch {
        return undefined
      }
    }
    if (how === 'defect') throw new TypeError('oops')
    if (how === 'range') throw new RangeError('Division by zero')
    if (how === 'foreign') state.put(table({ module: 'other', name: 'x', value: textValue }).keyOf('y'), new Uint8Array(1))
    if (how === 'large') state.put(notes.keyOf('large'), new Uint8Array(64 * 1024 + 1))
    if (how === 'long') state.put(notes.keyOf('k'.repeat(600)), new Uint8Array(1))
    if (how === 'chatty') for (let event = 0; event < 1_025; event++) state.emit({ module: 'bank', type: 'chat', attributes: [] })
    if (how === 'verbose') state.emit({ module: 'bank', type: 'chat', attributes: [{ key: 'text', value: 'x'.repeat(1_025) }] })
    return undefined
  },
})

const balance = defineQuery({
  summary: 'What an account holds.',
  args: jsonCodec({ account }),
  result: amount(),
  read: (_, state, args) => ({ ok: true, value: balanceOf(state, args.account) }),
})

export const bank: Module = {
  name: 'bank',
  version: 1,
  summary: 'Accounts with balances.',
  commands: { mint, transfer, remind, misbehave },
  queries: { balance },
  events: {
    transferred: defineEvent({ summary: 'Money moved.', attributes: { from: account, to: account, amount: amount() } }),
    reminded: defineEvent({ summary: 'A note was deleted.', attributes: { note: account } }),
    chat: defineEvent({ summary: 'Somebody misbehaved.', attributes: { text: optional(text({ max: 1_024 })) } }),
  },
  invariants: {},
  uses: [],
  atBlock: ({ timeMs }, state) => {
    due.workOff(state, timeMs, { itemsMax: 10, eventsPerItemMax: 1 }, (note) => {
      notes.delete(state, note)
      state.emit({ module: 'bank', type: 'reminded', attributes: [{ key: 'note', value: note }] })
    })
  },
  initGenesis: (_, state, genesis) => {
    for (const [name, held] of Object.entries((genesis ?? {}) as Record<string, string>)) add(state, name, BigInt(held))
  },
}
