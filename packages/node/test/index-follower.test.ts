import { mkdirSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { APPEND_BYTES_MAX, discardIndex, openBlockIndex } from '@hanse/indexer'
import { type BlockIndex, type Clock, IndexFailure, type ListedTransaction, type ListPage, type ListRange, type Logger } from '@hanse/ports'
import type { Result } from '@hanse/primitives'
import { ATTRIBUTE_VALUE_LENGTH_MAX, ATTRIBUTES_PER_EVENT_MAX, EVENTS_PER_RECEIPT_MAX } from '@hanse/protocol'
import { test } from 'tap'
import { MadeChain } from '../../indexer/test/support/random-chain.ts'
import { IndexFollower } from '../src/index-follower.ts'
import { systemClock } from '../src/system.ts'

const CALL = { module: 'alpha', command: 'open' } as const
const CACHE_BYTES = 1024 * 1024
const WAIT_MS_MAX = 20_000

interface Line {
  readonly level: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

function recordingLogger(lines: Line[]): Logger {
  const at = (level: string) => (fields: Line['fields'], message: string) => void lines.push({ level, fields, message })
  const logger: Logger = {
    ...{ fatal: at('fatal'), error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug'), trace: at('trace') },
    child: () => logger,
  }
  return logger
}

function chainOf(blocks: number, seed = 1): MadeChain {
  const chain = new MadeChain(seed)
  for (let block = 0; block < blocks; block++) grow(chain)
  return chain
}

function grow(chain: MadeChain): void {
  chain.add({ transactions: [{ sender: 0, calls: [CALL] }] })
}

interface Parts {
  readonly open?: () => Promise<BlockIndex>
  readonly discard?: () => Promise<void>
  readonly clock?: Clock
}

/** A follower of a chain that the test lets grow, with an index in a folder unless the test has another. */
function follow(directory: string, chain: MadeChain, parts: Parts = {}) {
  const lines: Line[] = []
  const follower = new IndexFollower({
    open: () => openBlockIndex({ directory, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES }),
    discard: () => discardIndex(directory),
    clock: systemClock,
    ...parts,
    blocks: {
      get head() {
        return { header: { height: chain.blocks.length - 1 } }
      },
      earliest: 0,
      recordBytes: (height) => chain.blocks[height]?.record,
      hashAt: (height) => chain.blocks[height]?.hash,
    },
    logger: recordingLogger(lines),
  })
  const list = (range: Partial<ListRange> = {}): Promise<Result<ListPage<ListedTransaction>>> => {
    const whole: ListRange = { from: 0, to: chain.blocks.length - 1, order: 'ascending', limit: 1_000, ...range }
    return follower.list(whole, (index) => index.transactions(whole, {}))
  }
  return { follower, lines, list }
}

/** The first answer that goes up to `height`. */
async function reached(list: () => Promise<Result<ListPage<ListedTransaction>>>, height: number): Promise<ListPage<ListedTransaction>> {
  const untilMs = performance.now() + WAIT_MS_MAX
  for (;;) {
    const page = await list()
    if (page.ok && page.value.indexedTo >= height) return page.value
    if (performance.now() > untilMs) throw new Error(page.ok ? `still at ${page.value.indexedTo}` : page.error.message)
    await sleep(10)
  }
}

test('it takes all stored blocks, then each new one, and a list of what is final finds it', async (t) => {
  const chain = chainOf(300)
  const { follower, lines, list } = follow(`${t.testdir({})}/index`, chain)
  t.match(await list(), { ok: false, error: { code: 'index/unavailable' } }, 'before it is opened')
  follower.start()
  t.equal((await reached(list, 300)).items.length, 300)
  t.match(lines, [{ level: 'info', message: /catches up/ }])
  for (let block = 0; block < 20; block++) {
    grow(chain)
    follower.notify()
    const page = await list({ from: chain.blocks.length - 1 })
    t.match(page, { ok: true, value: { indexedTo: chain.blocks.length - 1, items: [{ height: chain.blocks.length - 1 }] } })
  }
  await follower.stop()
  await follower.stop()
  t.match(await list(), { ok: false, error: { code: 'index/unavailable' } }, 'after it is stopped')
})

/** A clock that stands still: who asks fires the timers. */
function firedByHand(): { readonly clock: Clock; readonly timers: (() => void)[] } {
  const timers: (() => void)[] = []
  const startTimer: Clock['startTimer'] = (_durationMs, onFire) => {
    timers.push(onFire)
    return { stop: () => undefined }
  }
  return { clock: { nowMs: () => 0, startTimer }, timers }
}

test('it is opened by the first block, by the first list, or when the node has had its time to start', async (t) => {
  for (const by of ['block', 'list', 'time'] as const) {
    const chain = chainOf(2)
    const { clock, timers } = firedByHand()
    let attempts = 0
    const open = async (): Promise<BlockIndex> => {
      attempts += 1
      return await openBlockIndex({ directory: `${t.testdir({})}/index`, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
    }
    const { follower, list } = follow('', chain, { open, clock })
    follower.start()
    await sleep(20)
    t.equal(attempts, 0, 'not before it is wanted')
    if (by === 'block') follower.notify()
    else if (by === 'time') for (const fire of timers) fire()
    if (by !== 'list') {
      await sleep(20)
      t.equal(attempts, 1, by)
    }
    const page = await list()
    t.match(page, { ok: true, value: { items: { length: 2 } } }, `${by}: and the first list waits for it`)
    t.equal(attempts, 1)
    await follower.stop()
  }
})

test('a block that is as large as an append may be is taken by itself, whatever stands before and behind it', async (t) => {
  const chain = chainOf(2)
  const attributes = Array.from({ length: ATTRIBUTES_PER_EVENT_MAX }, (_, key) => ({
    ...{ key: `k${`${key}`.padStart(2, '0')}`, value: 'v'.repeat(ATTRIBUTE_VALUE_LENGTH_MAX) },
  }))
  const events = Array.from({ length: EVENTS_PER_RECEIPT_MAX }, () => ({ module: 'alpha', type: 'opened', attributes }))
  t.ok(chain.add({ transactions: [{ sender: 0, calls: [CALL], events }] }).record.length > APPEND_BYTES_MAX)
  grow(chain)
  const { follower, lines, list } = follow(`${t.testdir({})}/index`, chain)
  follower.start()
  t.equal((await reached(list, 4)).items.length, 4)
  t.same(lines, [])
  await follower.stop()
})

test('a list of an index that is far behind gives what there is at once', async (t) => {
  const chain = chainOf(3)
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const directory = `${t.testdir({})}/index`
  const real = await openBlockIndex({ directory, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
  await real.append(chain.records())
  for (let block = 0; block < 200; block++) grow(chain)
  const slow = new Proxy(real, {
    get: (target, name: keyof BlockIndex) => {
      if (name === 'append') return (records: readonly Uint8Array[]) => held.then(() => target.append(records))
      const member = target[name]
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  const { follower, list } = follow(directory, chain, { open: async () => slow })
  follower.start()
  await sleep(20)
  const startMs = performance.now()
  t.match(await list(), { ok: true, value: { indexedTo: 3, next: { height: 4, index: 0 } } }, 'and where it will go on')
  t.ok(performance.now() - startMs < 400, 'it does not wait')
  release()
  t.equal((await reached(list, 203)).items.length, 203)
  await follower.stop()
})

test('an index of another chain, of another branch, or of another format, and a damaged one, is made anew with a line in the log', async (t) => {
  const root = t.testdir({})
  const chain = chainOf(5)
  const prepare: Readonly<Record<string, (directory: string) => Promise<void>>> = {
    'another chain': async (directory) => await fill(directory, chainOf(9, 2)),
    'a longer past': async (directory) => await fill(directory, chainOf(9)),
    garbage: async (directory) => {
      mkdirSync(directory)
      writeFileSync(`${directory}/index.db`, Buffer.alloc(20_000, 0x5a))
    },
  }
  for (const [name, make] of Object.entries(prepare)) {
    const directory = `${root}/${name.replaceAll(' ', '-')}`
    await make(directory)
    const { follower, lines, list } = follow(directory, chain)
    follower.start()
    t.equal((await reached(list, 5)).items.length, 5, name)
    t.match(lines, [{ level: 'warn', fields: { code: /^index\// }, message: /made anew/ }], name)
    await follower.stop()
  }
})

async function fill(directory: string, chain: MadeChain): Promise<void> {
  const index = await openBlockIndex({ directory, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
  await index.append(chain.records())
  await index.close()
}

test('one that cannot be opened costs the lists alone, and is tried again', async (t) => {
  const chain = chainOf(4)
  const directory = `${t.testdir({})}/index`
  const { clock, timers } = firedByHand()
  let attempts = 0
  const open = async (): Promise<BlockIndex> => {
    attempts += 1
    if (attempts === 1) throw new IndexFailure('index/io', 'no space left')
    return await openBlockIndex({ directory, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
  }
  const { follower, lines, list } = follow(directory, chain, { open, clock })
  follower.start()
  await sleep(20)
  t.match(await list(), { ok: false, error: { code: 'index/unavailable', message: /no space left/ } })
  t.match(lines, [{ level: 'error', fields: { code: 'index/io' } }])
  follower.notify()
  await sleep(20)
  t.equal(attempts, 1, 'a block is no reason to try again')
  for (const fire of timers) fire()
  t.equal((await reached(list, 4)).items.length, 4)
  await follower.stop()
})

test('a folder that cannot be deleted is told, and does not end anything', async (t) => {
  const chain = chainOf(2)
  const directory = `${t.testdir({})}/index`
  await fill(directory, chainOf(2, 2))
  const discard = async (): Promise<void> => {
    throw new Error('permission denied')
  }
  const { follower, lines, list } = follow(directory, chain, { discard })
  follower.start()
  for (let waitedMs = 0; waitedMs < WAIT_MS_MAX && !lines.some(({ level }) => level === 'error'); waitedMs += 10) await sleep(10)
  t.match(await list(), { ok: false, error: { code: 'index/unavailable' } })
  t.match(lines.at(-1), { level: 'error', fields: { reason: /permission denied/ } })
  await follower.stop()
})

test('a stop in the middle of catching up leaves an index that goes on where it was', async (t) => {
  const chain = chainOf(3_000)
  const directory = `${t.testdir({})}/index`
  for (let round = 0; round < 3; round++) {
    const { follower } = follow(directory, chain)
    follower.start()
    follower.notify()
    await sleep(60)
    await follower.stop()
  }
  const { follower, list, lines } = follow(directory, chain)
  follower.start()
  const page = await reached(list, 3_000)
  t.same(
    page.items.map(({ height }) => height),
    Array.from({ length: 1_000 }, (_, height) => height + 1),
  )
  t.notOk(
    lines.some(({ level }) => level === 'warn'),
    'nothing had to be made anew',
  )
  await follower.stop()
})

test('blocks are gathered until a list waits for them, they are many, or it is time', async (t) => {
  const chain = chainOf(0)
  const appended: number[] = []
  const directory = `${t.testdir({})}/index`
  const open = async (): Promise<BlockIndex> => {
    const index = await openBlockIndex({ directory, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
    return new Proxy(index, {
      get: (target, name) => {
        if (name === 'append') appended.push(chain.blocks.length)
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
  const { clock, timers } = firedByHand()
  const { follower, list } = follow(directory, chain, { open, clock })
  const growBy = async (blocks: number): Promise<void> => {
    for (let block = 0; block < blocks; block++) {
      grow(chain)
      follower.notify()
      await sleep(1)
    }
    await sleep(20)
  }
  follower.start()
  await growBy(5)
  t.same(appended, [], 'they may still become more')
  t.match(await list(), { ok: true, value: { indexedTo: 5 } })
  t.same(appended, [6], 'all at once, as a list waits')
  await growBy(15)
  t.same(appended, [6])
  await growBy(1)
  t.same(appended, [6, 22], 'they are many')
  await growBy(1)
  t.same(appended, [6, 22])
  for (const fire of timers.splice(0)) fire()
  await sleep(20)
  t.same(appended, [6, 22, 23], 'it is time')
  await follower.stop()
})
