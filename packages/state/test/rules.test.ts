import { type Rejection, reject } from '@hanse/primitives'
import {
  DEFAULT_CHAIN_PARAMS,
  defineMessage,
  jsonText,
  NEWEST_PROTOCOL_VERSION,
  paramsHash,
  type RuleChange,
  SCHEDULED_RULES_MAX,
  text,
  WINDOW_MAX,
} from '@hanse/protocol'
import { test } from 'tap'
import { createLedger } from '../src/chain/create-ledger.ts'
import { createGenesisState } from '../src/chain/genesis-state.ts'
import { MemorySource } from '../src/harness/memory-source.ts'
import {
  createModuleHarness,
  defineCommand,
  defineEvent,
  type HarnessBlock,
  type Ledger,
  longestTimeToLiveMs,
  type Module,
  type ModuleHarness,
  ProtocolTooOldError,
  rulesWith,
  scheduledRules,
  scheduleRules,
  unscheduleRules,
} from '../src/index.ts'
import { addressOf, bodyOf, chainOf, transactionOf } from './support/chain.ts'

const signers = [addressOf(1)]
const SOON = WINDOW_MAX + 2

/** Schedules at once what others would vote on. */
const governor: Module = {
  name: 'governor',
  version: 1,
  summary: 'changes the rules',
  commands: {
    schedule: defineCommand({
      summary: 'schedules a change',
      params: defineMessage({ change: [1, jsonText({ max: 8_192 })] }),
      execute: (context, state, { change }): Rejection | undefined => {
        const wanted = change as unknown as RuleChange
        const changed = rulesWith(context, state, wanted)
        if (!changed.ok) return changed.error
        scheduleRules(context, state, wanted)
        return undefined
      },
    }),
    cancel: defineCommand({
      summary: 'takes it back',
      params: defineMessage({ proposal: [1, text({ max: 32 })] }),
      execute: (context, state, { proposal }) =>
        unscheduleRules(context, state, proposal) ? undefined : reject('governor/unknown', `${scheduledRules(state).length} others`),
    }),
  },
  queries: {},
  events: { told: defineEvent({ summary: 'what became of it', attributes: { proposal: text({ max: 64 }) } }) },
  invariants: {},
  uses: [],
  onActivation: (_block, state, { proposal, failure = 'done' }) =>
    state.emit({ module: 'governor', type: 'told', attributes: [{ key: 'proposal', value: `${proposal} ${failure}` }] }),
}

const harness = (): ModuleHarness => createModuleHarness({ modules: [governor] })
const callOf = (change: RuleChange) => ({ module: 'governor', command: 'schedule', json: { change } as never })

function schedule(chain: ModuleHarness, change: RuleChange): string {
  const { code, outcome } = chain.send({ signers, calls: [callOf(change)] })
  return code ?? outcome
}

function runTo(chain: ModuleHarness, height: number): HarnessBlock {
  for (;;) {
    const block = chain.advance(1)
    if (block.height >= height) return block
  }
}

const told = ({ blockReceipt }: HarnessBlock): readonly string[] =>
  (blockReceipt?.events ?? []).map(({ attributes }) => `${attributes[0]?.value}`)

test('parameters change at their height, for the header and for what is executed, and everyone knows before', (t) => {
  const chain = harness()
  const before = chain.advance(1).header
  t.equal(schedule(chain, { proposal: 'a', height: 70, params: { timeToLiveMsMax: 20_000 } }), 'success')
  const { header, receipts } = runTo(chain, 69)
  t.equal(header.paramsHash, before.paramsHash)
  t.same(receipts, [])
  const late = { signers, calls: [callOf({ proposal: 'b', height: 200 })], expiresAtMs: chain.timeMs + 30_000 }
  const boundary = chain.block([late])
  t.equal(boundary.height, 70)
  t.same(told(boundary), ['a done'])
  t.same(boundary.receipts, [], 'a transaction that expires too late for the new rule is left out')
  t.equal(boundary.header.paramsHash, paramsHash({ ...DEFAULT_CHAIN_PARAMS, timeToLiveMsMax: 20_000 }))
  t.equal(chain.advance(1).header.paramsHash, boundary.header.paramsHash)
  t.end()
})

test('a shorter time to live is no reason to forget sooner', (t) => {
  const chain = harness()
  schedule(chain, { proposal: 'a', height: 70, params: { timeToLiveMsMax: 700_000 } })
  schedule(chain, { proposal: 'b', height: 75, params: { timeToLiveMsMax: 20_000 } })
  runTo(chain, 80)
  t.match(chain.rules, { params: { timeToLiveMsMax: 20_000 }, longestTimeToLiveMs: 700_000, scheduled: [] })
  t.end()
})

test('what was valid when it was decided is judged again at its height', (t) => {
  const chain = harness()
  t.equal(schedule(chain, { proposal: 'early', height: 80, params: { timeToLiveMsMax: 15_000 } }), 'success')
  // Decided later, for an earlier height: it takes the ground from under the first.
  t.equal(schedule(chain, { proposal: 'late', height: 75, params: { maxDriftMs: 30_000 } }), 'success')
  t.equal(schedule(chain, { proposal: 'x', height: 81, params: { timeToLiveMsMax: 25_000 } }), 'genesis/bad-params')
  t.same(told(runTo(chain, 75)), ['late done'])
  const before = chain.advance(1).header.paramsHash
  t.same(told(runTo(chain, 80)), ['early rules'])
  t.equal(chain.advance(1).header.paramsHash, before, 'it changed nothing')
  t.end()
})

test('the protocol’s version is in the header from its height on, and only rises', (t) => {
  const chain = harness()
  t.equal(chain.advance(1).header.version, 1, 'a genesis that names none begins with 1')
  t.equal(schedule(chain, { proposal: 'a', height: 70, version: 1 }), 'rules/bad-version')
  t.equal(schedule(chain, { proposal: 'b', height: 70, version: NEWEST_PROTOCOL_VERSION }), 'success')
  t.equal(schedule(chain, { proposal: 'c', height: 71, version: NEWEST_PROTOCOL_VERSION }), 'rules/bad-version')
  t.equal(runTo(chain, 69).header.version, 1)
  t.equal(chain.advance(1).header.version, NEWEST_PROTOCOL_VERSION)
  t.equal(chain.advance(1).header.version, NEWEST_PROTOCOL_VERSION)
  t.end()
})

test('a change is taken back while no proposal can rest on it', (t) => {
  const chain = harness()
  const cancel = (proposal: string): string => {
    const { code, outcome } = chain.send({ signers, calls: [{ module: 'governor', command: 'cancel', json: { proposal } }] })
    return code ?? outcome
  }
  schedule(chain, { proposal: 'a', height: 100, params: { window: 4 } })
  schedule(chain, { proposal: 'b', height: 100, params: { window: 5 } })
  t.equal(cancel('a'), 'success')
  t.equal(cancel('a'), 'governor/unknown')
  runTo(chain, 100 - WINDOW_MAX - 1)
  t.equal(cancel('b'), 'governor/unknown', 'too near')
  t.same(told(runTo(chain, 100)), ['b done'])
  t.end()
})

test('as many changes wait as may, and none comes sooner than the largest window', (t) => {
  const chain = harness()
  for (let index = 0; index < SCHEDULED_RULES_MAX; index++)
    schedule(chain, { proposal: `${index}`, height: 200 + index, params: { window: 3 } })
  t.throws(() => schedule(chain, { proposal: 'more', height: 300, params: { window: 3 } }), /too many changes are scheduled/)
  t.throws(() => schedule(harness(), { proposal: 'soon', height: WINDOW_MAX + 1, params: { window: 3 } }), /comes too soon/)
  t.end()
})

function emptyBlocks(ledger: Ledger, source: MemorySource, upTo: number): void {
  while (ledger.head.header.height < upTo) {
    const { hash } = ledger.execute(ledger.head.hash, bodyOf(ledger.head, []), [])
    source.apply(ledger.finalize(hash).writes)
    ledger.stored(ledger.head.header.height)
  }
}

test('a software that does not know the version says so ahead, stops before its height, and goes on when it is replaced', (t) => {
  const chain = chainOf([governor])
  const { header, hash, writes } = createGenesisState(chain, [governor])
  const source = new MemorySource()
  source.apply(writes)
  const open = (head: Ledger['head'], protocolVersions?: readonly number[]): Ledger =>
    createLedger({ chain, modules: [governor], source, head, recent: [], ...(protocolVersions && { protocolVersions }) })
  const old = open({ header, hash }, [1])
  t.equal(old.rules.unknown, undefined)
  const change = { proposal: 'up', height: SOON, version: 2, params: { window: 3, timeToLiveMsMax: 900_000 } }
  const vote = transactionOf(chain, [[governor, 'schedule', { change }]])
  const block = old.execute(hash, bodyOf(old.head, [vote]), [vote])
  source.apply(old.finalize(block.hash).writes)
  t.same(old.rules.unknown, { version: 2, height: SOON })
  t.equal(old.paramsAt(SOON - 1).window, DEFAULT_CHAIN_PARAMS.window)
  t.equal(old.paramsAt(SOON).window, 3, 'known a window ahead')
  emptyBlocks(old, source, SOON - 1)
  t.throws(() => old.execute(old.head.hash, bodyOf(old.head, []), []), { code: 'node/protocol-too-old', message: /version 2.*knows 1/ })
  const replaced = open(old.head)
  emptyBlocks(replaced, source, SOON)
  t.match(replaced.head.header, { height: SOON, version: 2 })
  t.equal(replaced.paramsAt(SOON + 1).window, 3)
  t.equal(longestTimeToLiveMs(source, chain.genesis), 900_000, 'ids are remembered as long as one may live that was allowed to')
  t.throws(() => open(replaced.head, [1]), ProtocolTooOldError)
  t.end()
})
