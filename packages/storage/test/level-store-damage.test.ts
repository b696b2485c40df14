import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Store, StoreFailure, type StoreWrite } from '@hanse/ports'
import { createPrng, equalBytes, type Prng, uint64ToBytes } from '@hanse/primitives'
import { openLevelStore, verifyTables } from '@hanse/storage'
import { ClassicLevel } from 'classic-level'
import { test } from 'tap'

const BATCHES = 120
const KEYS = 400
const LOWEST = new Uint8Array(0)
const HIGHEST = new Uint8Array(64).fill(255)

/** Batch `number` sets twenty of the keys to values that name the batch, and `tip` to its number. */
function batchOf(number: number): readonly StoreWrite[] {
  const prng = createPrng(number)
  const writes = Array.from({ length: 20 }, () => {
    const key = prng.below(KEYS)
    return { key: uint64ToBytes(key), value: randomValue(number, key) }
  })
  return [...writes, { key: new TextEncoder().encode('tip'), value: uint64ToBytes(number) }]
}

function randomValue(batch: number, key: number): Uint8Array {
  return createPrng(batch * 1000 + key).bytes(150)
}

async function build(directory: string, batches: number): Promise<void> {
  const store = await openLevelStore({ directory })
  for (let number = 0; number < batches; number++) await store.write(batchOf(number), { sync: true })
  await store.close()
}

/** The content after each number of batches, by the hex of the key. */
function modelAfter(batches: number): Map<string, Uint8Array> {
  const model = new Map<string, Uint8Array>()
  for (let number = 0; number < batches; number++) {
    for (const { key, value } of batchOf(number)) model.set(Buffer.from(key).toString('hex'), value as Uint8Array)
  }
  return model
}

type Outcome =
  | { readonly type: 'refused'; readonly failure: StoreFailure }
  | { readonly type: 'read'; readonly content: ReadonlyMap<string, Uint8Array> }

/** All that can be read: by range, and again key by key. */
async function readEverything(directory: string, acceptLostEnd = false): Promise<Outcome> {
  let store: Store | undefined
  try {
    store = await openLevelStore({ directory, acceptLostEnd })
    const records = await store.range({ from: LOWEST, to: HIGHEST, limit: 10_000 })
    const content = new Map(records.map(({ key, value }) => [Buffer.from(key).toString('hex'), value]))
    for (const [key, value] of content) {
      const found = store.get(Buffer.from(key, 'hex'))
      if (found === undefined || !equalBytes(found, value)) throw new Error(`get and range disagree about ${key}`)
    }
    return { type: 'read', content }
  } catch (error) {
    if (error instanceof StoreFailure) return { type: 'refused', failure: error }
    throw error
  } finally {
    await store?.close()
  }
}

function sameContent(left: ReadonlyMap<string, Uint8Array>, right: ReadonlyMap<string, Uint8Array>): boolean {
  return left.size === right.size && [...left].every(([key, value]) => equalBytes(value, right.get(key) ?? HIGHEST))
}

/** Of how many batches this is the content, if of a prefix at all. */
function prefixLength(content: ReadonlyMap<string, Uint8Array>): number | undefined {
  const tip = content.get(Buffer.from('tip').toString('hex'))
  const batches = tip === undefined ? 0 : Number(Buffer.from(tip).readBigUInt64BE()) + 1
  return sameContent(content, modelAfter(batches)) ? batches : undefined
}

/** No value that was never written there. */
function everyValueIsGenuine(content: ReadonlyMap<string, Uint8Array>): boolean {
  const written = new Set<string>()
  for (let number = 0; number < BATCHES; number++) {
    for (const { key, value } of batchOf(number))
      written.add(`${Buffer.from(key).toString('hex')} ${Buffer.from(value as Uint8Array).toString('hex')}`)
  }
  return [...content].every(([key, value]) => written.has(`${key} ${Buffer.from(value).toString('hex')}`))
}

async function flipIn(directory: string, pattern: RegExp, prng: Prng): Promise<void> {
  const names = (await readdir(directory)).filter((name) => pattern.test(name)).sort()
  const path = join(directory, prng.pick(names))
  const content = await readFile(path)
  const offset = prng.below(content.length)
  content[offset] = (content[offset] as number) ^ (1 << prng.below(8))
  await writeFile(path, content)
}

/** What LevelDB holds, without our checks. */
async function rewrite(directory: string, change: (level: ClassicLevel<Uint8Array, Uint8Array>) => Promise<void>): Promise<void> {
  const level = new ClassicLevel<Uint8Array, Uint8Array>(directory, { keyEncoding: 'view', valueEncoding: 'view' })
  await change(level)
  await level.close()
}

/** LevelDB moves its log into tables when it is opened; compacted, they hold one value a key. */
async function buildTables(directory: string): Promise<void> {
  await build(directory, BATCHES)
  await rewrite(directory, (level) => level.compactRange(LOWEST, HIGHEST))
}

async function withCopies(
  source: string,
  work: string,
  seeds: number,
  check: (directory: string, prng: Prng, seed: number) => Promise<void>,
): Promise<void> {
  await mkdir(work, { recursive: true })
  for (let seed = 0; seed < seeds; seed++) {
    const directory = join(work, String(seed))
    await cp(source, directory, { recursive: true })
    await check(directory, createPrng(seed), seed)
    await rm(directory, { recursive: true })
  }
}

test('80 bits flipped in LevelDB’s log: refused; what opens for one who saves holds a prefix of the batches', async (t) => {
  const root = t.testdir({})
  await build(join(root, 'store'), BATCHES)
  const seen = { refused: 0, prefix: 0 }
  await withCopies(join(root, 'store'), join(root, 'copies'), 80, async (directory, prng, seed) => {
    await flipIn(directory, /^\d+\.log$/, prng)
    if ((await readEverything(directory)).type !== 'refused') t.fail(`seed ${seed}: less than was written, and no word`)
    const outcome = await readEverything(directory, true)
    if (outcome.type === 'refused') {
      if (outcome.failure.code !== 'storage/damaged' || !outcome.failure.hint.includes('sync again'))
        t.fail(`seed ${seed}: ${outcome.failure.message}`)
      seen.refused += 1
    } else if (prefixLength(outcome.content) === undefined) t.fail(`seed ${seed}: batches are lost in the middle`)
    else seen.prefix += 1
  })
  t.ok(seen.refused > 40 && seen.prefix > 0, JSON.stringify(seen))
})

function zeroed(bytes: Buffer): Buffer {
  return bytes.fill(0, bytes.length - 2_000)
}

test('a lost end is refused: LevelDB’s log cut, zeroed or deleted after a clean close', async (t) => {
  const root = t.testdir({})
  await build(join(root, 'store'), BATCHES)
  const damages: Readonly<Record<string, (path: string) => Promise<void>>> = {
    cut: async (path) => await writeFile(path, (await readFile(path)).subarray(0, -2_000)),
    'zero tail': async (path) => await writeFile(path, zeroed(await readFile(path))),
    deleted: async (path) => await rm(path),
  }
  for (const [what, damage] of Object.entries(damages)) {
    const directory = join(root, what)
    await cp(join(root, 'store'), directory, { recursive: true })
    await damage(join(directory, (await readdir(directory)).find((name) => name.endsWith('.log')) as string))
    const message = what === 'deleted' ? /\.log is missing/ : /has lost its end: batch 119 was durable/
    await t.rejects(openLevelStore({ directory }), { code: 'storage/damaged', message, hint: /hanse node repair/ }, what)
    if (what === 'deleted') continue
    const saved = await openLevelStore({ directory, acceptLostEnd: true })
    const records = await saved.range({ from: LOWEST, to: HIGHEST, limit: 10_000 })
    await saved.close()
    t.ok(prefixLength(new Map(records.map(({ key, value }) => [Buffer.from(key).toString('hex'), value]))), 'who saves gets a prefix')
    t.equal((await readEverything(directory)).type, 'refused', 'and it stays refused for everybody else')
  }
})

test('a lost end is refused after a crash, too, but for what became durable in the last second', async (t) => {
  const root = t.testdir({})
  const directory = join(root, 'store')
  const store = await openLevelStore({ directory })
  const cut = async (name: string): Promise<string> => {
    const copy = join(root, name)
    await cp(directory, copy, { recursive: true })
    const log = join(copy, (await readdir(copy)).find((file) => file.endsWith('.log')) as string)
    await writeFile(log, (await readFile(log)).subarray(0, -2_000))
    return copy
  }
  for (let number = 0; number < 3; number++) await store.write(batchOf(number), { sync: true })
  t.equal((await readEverything(await cut('at once'))).type, 'read', 'nobody has noted it yet')
  await sleep(1_100)
  await store.write(batchOf(3), { sync: true })
  const crashed = await cut('later')
  await store.close()
  await t.rejects(openLevelStore({ directory: crashed }), { code: 'storage/damaged', message: /has lost its end: batch 3 was durable/ })
})

test('LevelDB’s log cut at 25 places: refused; for one who saves a prefix of the batches', async (t) => {
  const root = t.testdir({})
  await build(join(root, 'store'), BATCHES)
  await withCopies(join(root, 'store'), join(root, 'copies'), 25, async (directory, prng, seed) => {
    const name = (await readdir(directory)).find((file) => file.endsWith('.log')) as string
    const content = await readFile(join(directory, name))
    await writeFile(join(directory, name), content.subarray(0, prng.below(content.length)))
    t.equal((await readEverything(directory)).type, 'refused')
    const outcome = await readEverything(directory, true)
    t.ok(outcome.type === 'read' && prefixLength(outcome.content) !== undefined, `seed ${seed}`)
  })
})

test('120 bits flipped in tables: never a wrong value', async (t) => {
  const root = t.testdir({})
  await buildTables(join(root, 'store'))
  const seen = { refused: 0, missing: 0, harmless: 0 }
  const whole = modelAfter(BATCHES)
  await withCopies(join(root, 'store'), join(root, 'copies'), 120, async (directory, prng, seed) => {
    await flipIn(directory, /\.ldb$/, prng)
    const outcome = await readEverything(directory)
    if (outcome.type === 'refused') seen.refused += 1
    else if (!everyValueIsGenuine(outcome.content)) t.fail(`seed ${seed}: a wrong value`)
    else if (sameContent(outcome.content, whole)) seen.harmless += 1
    else seen.missing += 1
  })
  t.ok(seen.refused > 100, JSON.stringify(seen))
})

test('80 bits flipped in tables: each is found by reading the files, and told by file and place', async (t) => {
  const root = t.testdir({})
  await buildTables(join(root, 'store'))
  const whole = await verifyTables(join(root, 'store'))
  t.ok(whole.files > 0 && whole.bytes > 10_000, `${whole.files} tables, ${whole.bytes} bytes`)
  t.strictSame(whole.problems, [])
  await withCopies(join(root, 'store'), join(root, 'copies'), 80, async (directory, prng, seed) => {
    await flipIn(directory, /\.ldb$/, prng)
    const { problems } = await verifyTables(directory)
    if (problems.length === 0) t.fail(`seed ${seed}: not found`)
    else if (!/\d{6}\.ldb is damaged: /.test(problems[0]?.message ?? '')) t.fail(`seed ${seed}: ${problems[0]?.message}`)
  })
})

test('half a MANIFEST is refused by name, and nothing is deleted', async (t) => {
  const root = t.testdir({})
  await buildTables(join(root, 'store'))
  let refused = 0
  await withCopies(join(root, 'store'), join(root, 'copies'), 20, async (directory, prng, seed) => {
    const manifest = (await readdir(directory)).find((name) => name.startsWith('MANIFEST')) as string
    const content = await readFile(join(directory, manifest))
    await writeFile(join(directory, manifest), content.subarray(0, seed === 0 ? content.length / 2 : prng.below(content.length)))
    const before = await readdir(directory)
    const outcome = await readEverything(directory)
    if (outcome.type === 'refused') {
      refused += 1
      t.match(outcome.failure, { code: 'storage/damaged', message: /MANIFEST|\.ldb|\.log/ })
      t.strictSame(await readdir(directory), before)
    } else if (!sameContent(outcome.content, modelAfter(BATCHES))) t.fail(`seed ${seed}: fewer records, and no word`)
  })
  t.ok(refused > 15, `${refused} of 20`)
})

test('40 bits flipped in MANIFEST or CURRENT: refused, or a prefix of the batches', async (t) => {
  const root = t.testdir({})
  await buildTables(join(root, 'store'))
  await withCopies(join(root, 'store'), join(root, 'copies'), 40, async (directory, prng, seed) => {
    await flipIn(directory, /^(MANIFEST|CURRENT)/, prng)
    const outcome = await readEverything(directory)
    t.ok(outcome.type === 'refused' || prefixLength(outcome.content) !== undefined, `seed ${seed}`)
  })
})

test('missing files are refused: CURRENT, MANIFEST, a table', async (t) => {
  const root = t.testdir({})
  await buildTables(join(root, 'store'))
  for (const pattern of [/^CURRENT$/, /^MANIFEST/, /\.ldb$/]) {
    const directory = join(root, `copy-${pattern.source.replaceAll(/\W/g, '')}`)
    await cp(join(root, 'store'), directory, { recursive: true })
    const name = (await readdir(directory)).find((file) => pattern.test(file)) as string
    await rm(join(directory, name))
    await t.rejects(openLevelStore({ directory }), { name: 'StoreFailure', code: /storage\/(damaged|io)/, hint: /\w/ }, name)
  }
  const names = await readdir(join(root, 'copy-CURRENT'))
  t.ok(
    names.some((file) => file.endsWith('.ldb')),
    'LevelDB would have deleted the tables',
  )
})

test('a record exchanged with another fails its checksum, and the failure is final', async (t) => {
  const directory = join(t.testdir({}), 'store')
  await build(directory, 3)
  const [one, other] = [uint64ToBytes(createPrng(0).below(KEYS)), new TextEncoder().encode('tip')]
  await rewrite(directory, async (level) => {
    const sealed = await level.get(Buffer.concat([Uint8Array.of(1), other]))
    await level.put(Buffer.concat([Uint8Array.of(1), one]), sealed as Uint8Array)
  })
  const store = await openLevelStore({ directory })
  t.ok(store.get(other))
  t.throws(() => store.get(one), { code: 'storage/checksum', message: /0x00/, hint: /sync again/ })
  t.throws(() => store.get(other), { code: 'storage/checksum' }, 'a good record too')
  await t.rejects(store.write([], { sync: true }), { code: 'storage/checksum' })
  await t.rejects(store.range({ from: LOWEST, to: HIGHEST, limit: 1 }), { code: 'storage/checksum' })
  await t.rejects(store.sizeBytes(), { code: 'storage/checksum' })
  await store.close()
  await (await openLevelStore({ directory })).close()
})

test('a record that can be had anew is examined: damage is an answer, and the store goes on', async (t) => {
  const directory = join(t.testdir({}), 'store')
  await build(directory, 3)
  const [one, other] = [uint64ToBytes(createPrng(0).below(KEYS)), new TextEncoder().encode('tip')]
  await rewrite(directory, async (level) => {
    const sealed = await level.get(Buffer.concat([Uint8Array.of(1), other]))
    await level.put(Buffer.concat([Uint8Array.of(1), one]), sealed as Uint8Array)
  })
  const store = await openLevelStore({ directory })
  t.equal(store.examine(one), 'damaged')
  t.ok(store.get(other))
  await store.write([{ key: one, value: Uint8Array.of(1) }], { sync: true })
  t.same(store.get(one), Uint8Array.of(1))
  await store.close()
})

test('a database of somebody else, or of a later format, is refused and left alone', async (t) => {
  const root = t.testdir({})
  await rewrite(join(root, 'foreign'), (level) => level.put(Buffer.from('theirs'), Buffer.from('1')))
  await t.rejects(openLevelStore({ directory: join(root, 'foreign') }), { code: 'storage/format', hint: /directory/ })
  await build(join(root, 'later'), 1)
  const { sealValue } = await import('../src/store-record.ts')
  const formatKey = Buffer.from('\0format')
  await rewrite(join(root, 'later'), (level) => level.put(formatKey, sealValue(formatKey, Buffer.from('hanse store 2'))))
  await t.rejects(openLevelStore({ directory: join(root, 'later') }), {
    code: 'storage/format',
    message: /format 2.*format 1/,
    hint: /release/,
  })
})

test('batch markers do not pile up', async (t) => {
  const directory = join(t.testdir({}), 'store')
  const store = await openLevelStore({ directory })
  for (let number = 0; number < 60; number++)
    await store.write([{ key: uint64ToBytes(number), value: new Uint8Array(1024 * 1024) }], { sync: false })
  await store.close()
  let markers = 0
  await rewrite(directory, async (level) => {
    markers = (await level.keys({ gte: Buffer.from('\0batch/'), lt: Buffer.from('\0batch0') }).all()).length
  })
  t.ok(markers >= 32 && markers <= 34, `${markers}: those of the last 32 MiB`)
})
