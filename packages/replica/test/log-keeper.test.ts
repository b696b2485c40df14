import { createPrng } from '@hanse/primitives'
import { asEpoch, asHeight, asView, type Guard, type LogRecord, logRecordCodec } from '@hanse/protocol'
import { test } from 'tap'
import type { ReplicaEffect } from '../src/effect.ts'
import type { LoggedEntry } from '../src/input.ts'
import { LogKeeper } from '../src/log-keeper.ts'
import { INITIAL_GUARD } from '../src/recovery.ts'
import { bodyOf, transaction } from './support/stubs.ts'

const HASH = transaction(1).id
const EPOCH = asEpoch(0)

function vote(type: 'prepare' | 'commit', view: number, height: number): LogRecord {
  const header = type === 'commit' ? { headerHash: HASH } : {}
  return { type, epoch: EPOCH, view: asView(view), height: asHeight(height), digest: HASH, ...header }
}

function certificate(type: 'prepared' | 'committed', view: number, height: number): LogRecord {
  const common = { epoch: EPOCH, view: asView(view), height: asHeight(height), digest: HASH, signatures: [] }
  return type === 'prepared' ? { type, ...common } : { type, ...common, headerHash: HASH }
}

function promise(view: number): LogRecord {
  return { type: 'viewChange', epoch: EPOCH, viewChange: { newView: asView(view) } }
}

function text(record: LogRecord): string {
  switch (record.type) {
    case 'proposal':
      return `proposal ${record.body.height}`
    case 'viewChange':
      return `viewChange ${record.viewChange.newView}`
    case 'prepare':
    case 'commit':
    case 'prepared':
    case 'committed':
      return `${record.type} ${record.height}@${record.view}`
    default:
      return record.type
  }
}

function compacted(effects: readonly ReplicaEffect[]): readonly string[] | undefined {
  const [effect] = effects
  return effect?.type === 'compact-log' ? effect.records.map(text) : undefined
}

test('a vote moves the guard, after its record', async (t) => {
  const keeper = new LogKeeper(INITIAL_GUARD)
  const effects = keeper.append(vote('prepare', 3, 7))
  t.match(effects, [{ type: 'log' }, { type: 'guard', guard: { view: 3, height: 7 } }])
  t.match(keeper.append(certificate('prepared', 3, 7)), [{ type: 'log' }], 'a certificate promises nothing')
  t.match(keeper.append(promise(5)), [{ type: 'log' }, { type: 'guard', guard: { view: 5, height: 7 } }])
  t.match(keeper.guard, { view: 5, height: 7 })
})

test('what lies above the floor stays, and of what lies below the newest of each kind', async (t) => {
  const keeper = new LogKeeper(INITIAL_GUARD, 3)
  const records = [
    promise(1),
    vote('prepare', 0, 1),
    certificate('prepared', 0, 1),
    vote('commit', 0, 1),
    certificate('committed', 0, 1),
    promise(2),
    vote('prepare', 2, 2),
    vote('prepare', 2, 3),
    vote('commit', 2, 2),
    certificate('committed', 2, 2),
  ]
  for (const record of records) keeper.append(record)
  t.strictSame(compacted(keeper.release(asHeight(3), EPOCH)), [
    'prepared 1@0',
    'viewChange 2',
    'prepare 3@2',
    'commit 2@2',
    'committed 2@2',
  ])
  t.equal(keeper.needed.length, 5)
})

test('it pays to compact only when enough can go', async (t) => {
  const keeper = new LogKeeper(INITIAL_GUARD, 4)
  for (let height = 1; height <= 3; height++) keeper.append(vote('prepare', 0, height))
  t.strictSame(keeper.release(asHeight(3), EPOCH), [])
  for (let height = 4; height <= 6; height++) keeper.append(vote('prepare', 0, height))
  t.strictSame(compacted(keeper.release(asHeight(6), EPOCH)), ['prepare 6@0'])
  t.strictSame(keeper.release(asHeight(6), EPOCH), [], 'the slack starts over')
})

test('while views fail the log is compacted, and the guard comes first', async (t) => {
  const keeper = new LogKeeper(INITIAL_GUARD, 4)
  keeper.append(vote('prepare', 0, 1))
  let compactions = 0
  for (let view = 1; view <= 1_000; view++) {
    const effects = keeper.append(promise(view))
    if (effects.length === 2) continue
    compactions += 1
    t.match(effects, [{ type: 'log' }, { type: 'guard' }, { type: 'compact-log' }])
    t.strictSame(compacted(effects.slice(2)), ['prepare 1@0', `viewChange ${view}`])
  }
  t.equal(keeper.needed.length, 2)
  t.equal(compactions, 199, 'one for each five that were replaced')
})

test('copies that a start finds count as what can go', async (t) => {
  const keeper = new LogKeeper(INITIAL_GUARD, 4)
  const log = Array.from({ length: 6 }, (_, position): LoggedEntry => ({ position, record: vote('prepare', 0, 1), transactions: [] }))
  keeper.adopt(log)
  t.strictSame(compacted(keeper.append(vote('commit', 0, 1)).slice(2)), ['prepare 1@0', 'commit 1@0'])
})

test('of equal records a start keeps the last, in its place', async (t) => {
  const keeper = new LogKeeper(INITIAL_GUARD)
  const log = [vote('prepare', 0, 1), promise(1), vote('prepare', 0, 1), vote('commit', 0, 1)].map(
    (record, position): LoggedEntry => ({ position, record, transactions: [] }),
  )
  t.strictSame(
    keeper.adopt(log).map(({ position, record }) => `${position} ${text(record)}`),
    ['1 viewChange 1', '2 prepare 1@0', '3 commit 1@0'],
  )
  t.equal(keeper.needed.length, 3)
})

test('votes that were logged and not guarded are guarded by the start that finds them', async (t) => {
  const log = [vote('prepare', 0, 2), vote('commit', 0, 1)].map((record, position): LoggedEntry => ({ position, record, transactions: [] }))
  const before = new LogKeeper(INITIAL_GUARD)
  for (const { record } of log) before.append(record)
  const found = (guard: Guard): readonly ReplicaEffect[] => {
    const keeper = new LogKeeper(guard)
    keeper.adopt(log)
    return keeper.coverAdopted()
  }
  t.strictSame(found(INITIAL_GUARD), [{ type: 'guard', guard: before.guard }])
  t.strictSame(found({ ...before.guard, lastVote: HASH }), [{ type: 'guard', guard: before.guard }], 'the last vote alone')
  t.strictSame(found(before.guard), [])
})

test('a log that was compacted any number of times reads as what is needed of the whole one', async (t) => {
  for (let seed = 0; seed < 40; seed++) {
    const prng = createPrng(seed)
    const keeper = new LogKeeper(INITIAL_GUARD, prng.below(12))
    const whole: LogRecord[] = []
    let disk: LogRecord[] = []
    let floor = 1
    const append = (record: LogRecord): void => {
      whole.push(record)
      for (const effect of keeper.append(record)) {
        if (effect.type === 'log') disk.push(effect.record)
        else if (effect.type === 'compact-log') disk = [...effect.records]
      }
    }
    for (let step = 0; step < 120; step++) {
      const [view, height] = [prng.below(5), floor + prng.below(6)]
      switch (prng.below(7)) {
        case 0:
          append({ type: 'proposal', body: bodyOf(height, [transaction(step)]), transactions: [] })
          break
        case 1:
          append(vote('prepare', view, height))
          break
        case 2:
          append(vote('commit', view, height))
          break
        case 3:
          append(certificate('prepared', view, height))
          break
        case 4:
          append(promise(step))
          break
        default:
          append(certificate('committed', view, floor))
          floor += 1
          for (const effect of keeper.release(asHeight(floor), EPOCH)) if (effect.type === 'compact-log') disk = [...effect.records]
      }
    }
    const neededOf = (log: readonly LogRecord[]): readonly string[] => {
      const reader = new LogKeeper(INITIAL_GUARD, -1)
      reader.adopt(log.map((record, position) => ({ position, record, transactions: [] })))
      const [effect] = reader.release(asHeight(floor), EPOCH)
      return effect?.type === 'compact-log'
        ? effect.records.map((record) => Buffer.from(logRecordCodec.encode(record)).toString('hex'))
        : []
    }
    t.strictSame(neededOf(disk), neededOf(whole), `seed ${seed}`)
  }
})

test('what is written of an epoch that is nearly over replaces nothing of the next one', (t) => {
  const keeper = new LogKeeper(INITIAL_GUARD, 0)
  const asked = (epoch: number, view: number): LogRecord => ({ type: 'wants', epoch: asEpoch(epoch), view: asView(view) })
  keeper.append(asked(1, 2))
  keeper.append(asked(0, 9))
  keeper.release(asHeight(1), asEpoch(0))
  t.same(keeper.needed, [asked(1, 2)])
  keeper.append(asked(1, 3))
  t.same(keeper.needed, [asked(1, 3)])
  t.end()
})

test('votes above the end of their epoch are released with it, but for the last of each kind', (t) => {
  const keeper = new LogKeeper(INITIAL_GUARD, 0)
  const prepareOf = (epoch: number, height: number): LogRecord => ({
    ...{ type: 'prepare', epoch: asEpoch(epoch), view: asView(0), height: asHeight(height), digest: HASH },
  })
  for (const height of [5, 6, 7]) keeper.append(prepareOf(0, height))
  keeper.release(asHeight(5), asEpoch(1))
  t.same(keeper.needed, [prepareOf(0, 7)], 'the guard names it')
  keeper.append(prepareOf(1, 6))
  keeper.release(asHeight(5), asEpoch(1))
  t.same(keeper.needed, [prepareOf(1, 6)])
  t.end()
})
