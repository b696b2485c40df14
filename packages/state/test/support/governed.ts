import { type Hash, reject } from '@hanse/primitives'
import { defineMessage, hash, type Json, jsonValue, optional, text, uint } from '@hanse/protocol'
import {
  defineCommand,
  defineEvent,
  defineQuery,
  type InstalledModule,
  type Module,
  scheduleModule,
  table,
  unscheduleModule,
} from '../../src/index.ts'

/** A module whose command schedules at once what others would vote on. */
export function governorOf(genesisOf: Readonly<Record<string, Json>> = {}): Module {
  return {
    name: 'governor',
    version: 1,
    summary: 'schedules what it is told',
    commands: {
      schedule: defineCommand({
        summary: 'brings a module',
        params: defineMessage({
          proposal: [1, text({ max: 32 })],
          name: [2, text({ max: 32 })],
          version: [3, uint()],
          hash: [4, optional(hash())],
          height: [5, uint()],
        }),
        execute: (_context, state, { proposal, height, name, version, hash: packageHash }) => {
          const module = { name, version, ...(packageHash === undefined ? {} : { hash: packageHash }) }
          scheduleModule(state, { proposal, height, module }, genesisOf[proposal])
          return undefined
        },
      }),
      cancel: defineCommand({
        summary: 'takes it back',
        params: defineMessage({ proposal: [1, text({ max: 32 })] }),
        execute: (_context, state, { proposal }) =>
          unscheduleModule(state, proposal) ? undefined : reject('governor/unknown', 'there is no such proposal'),
      }),
    },
    queries: {},
    events: Object.fromEntries(
      ['activated', 'failed'].map((type) => [type, defineEvent({ summary: type, attributes: { proposal: text({ max: 64 }) } })]),
    ),
    invariants: {},
    uses: [],
    onActivation: (_block, state, { proposal, failure }) =>
      state.emit({
        module: 'governor',
        type: failure === undefined ? 'activated' : 'failed',
        attributes: [{ key: 'proposal', value: `${proposal}${failure === undefined ? '' : ` ${failure}`}` }],
      }),
  }
}

const counters = table({ module: 'points', name: 'count', value: defineMessage({ count: [1, uint()] }) })

/** Counts, beginning with what its genesis says; version 2 counts by ten. */
export function pointsModule(version: number, packageHash: Hash | undefined, more: Partial<Module> = {}): InstalledModule {
  return {
    name: 'points',
    version,
    summary: 'counts',
    commands: {
      add: defineCommand({
        summary: 'counts on',
        params: defineMessage({}),
        execute: (_context, state) => {
          counters.put(state, 'all', { count: (counters.get(state, 'all')?.count ?? 0) + (version === 1 ? 1 : 10) })
          return undefined
        },
      }),
    },
    queries: {
      count: defineQuery({
        summary: 'how far',
        args: defineMessage({}),
        result: jsonValue(),
        read: (_block, state) => ({ ok: true, value: counters.get(state, 'all')?.count ?? null }),
      }),
    },
    events: {
      tried: defineEvent({ summary: 'it tried', attributes: {} }),
      counted: defineEvent({ summary: 'it counted', attributes: {} }),
    },
    invariants: {},
    uses: [],
    initGenesis: (_block, state, genesis) => {
      const before = counters.get(state, 'all')?.count ?? 0
      counters.put(state, 'all', { count: before + (typeof genesis === 'number' ? genesis : 0) })
      if (genesis === 'bad') throw new Error('not a number')
    },
    ...more,
    ...(packageHash === undefined ? {} : { packageHash }),
  }
}
