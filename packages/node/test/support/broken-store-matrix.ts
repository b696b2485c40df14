import { copyFile, cp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreFailure } from '@hanse/ports'
import { createPrng, type Prng, type Rejection } from '@hanse/primitives'
import type { Test } from 'tap'
import { examine } from '../../src/doctor/doctor.ts'
import { inspectNode } from '../../src/inspect/inspect-node.ts'
import { repair } from '../../src/repair/repair.ts'
import { filesOf, intoTables } from './damage.ts'
import { type Name, SmallNetwork } from './small-network.ts'
import { transfer } from './test-chain.ts'

const STORED_TIMEOUT_MS = 10_000

type Damage = (home: string, prng: Prng) => Promise<void>

async function largest(paths: readonly string[]): Promise<string> {
  const sizes = await Promise.all(paths.map(async (path) => [path, (await stat(path)).size] as const))
  const [path] = sizes.toSorted(([, left], [, right]) => right - left)[0] ?? []
  if (path === undefined) throw new Error('no such file')
  return path
}

const inStore =
  (pattern: RegExp, change: (path: string, prng: Prng) => Promise<unknown>): Damage =>
  async (home, prng) => {
    await change(await largest(await filesOf(home, pattern)), prng)
  }
/** A young store has no tables yet; that of a node that runs cannot be opened. */
const inTables =
  (change: (path: string, prng: Prng) => Promise<unknown>): Damage =>
  async (home, prng) => {
    if ((await filesOf(home, /\.ldb$/)).length === 0) await intoTables(home)
    await inStore(/\.ldb$/, change)(home, prng)
  }
const inLog =
  (change: (path: string, prng: Prng) => Promise<unknown>): Damage =>
  async (home, prng) => {
    const log = join(home, 'data', 'log')
    const names = (await readdir(log)).filter((name) => name.endsWith('.segment'))
    await change(await largest(names.map((name) => join(log, name))), prng)
  }

async function flip(path: string, prng: Prng): Promise<void> {
  const bytes = await readFile(path)
  const offset = prng.below(bytes.length)
  bytes[offset] = (bytes[offset] as number) ^ (1 << prng.below(8))
  await writeFile(path, bytes)
}

const cut = async (path: string): Promise<void> => await truncate(path, Math.floor((await stat(path)).size * 0.7))

async function zeroTail(path: string): Promise<void> {
  const bytes = await readFile(path)
  await writeFile(path, bytes.fill(0, Math.floor(bytes.length * 0.7)))
}

/** The guard lies in two slots: one flipped bit alone leaves the other. */
async function flipBothSlots(path: string): Promise<void> {
  const bytes = await readFile(path)
  for (const offset of [20, 4096 + 20]) bytes[offset] = (bytes[offset] as number) ^ 1
  await writeFile(path, bytes)
}

const guardOf = (home: string): string => join(home, 'keys', 'vote-guard')

/** The cases of a corrupted LevelDB, and those of the node's own log and guard. */
const CASES: Readonly<Record<string, Damage>> = {
  'LevelDB’s log cut': inStore(/\.log$/, cut),
  'LevelDB’s log, a flipped bit': inStore(/\.log$/, flip),
  'LevelDB’s log with zeros at its end': inStore(/\.log$/, zeroTail),
  'LevelDB’s log deleted': inStore(/\.log$/, (path) => rm(path)),
  'a table, a flipped bit': inTables(flip),
  'a table cut': inTables(cut),
  'a table missing': inTables((path) => rm(path)),
  'MANIFEST, a flipped bit': inStore(/^MANIFEST/, flip),
  'half a MANIFEST': inStore(/^MANIFEST/, async (path) => await truncate(path, Math.floor((await stat(path)).size / 2))),
  'an empty CURRENT': inStore(/^CURRENT$/, (path) => truncate(path)),
  'the log of votes, a flipped bit': inLog(flip),
  'the log of votes cut': inLog(cut),
  'the log of votes with zeros at its end': inLog(zeroTail),
  'the log of votes deleted': async (home) => await rm(join(home, 'data', 'log'), { recursive: true }),
  'a damaged guard': (home) => flipBothSlots(guardOf(home)),
  'no guard': (home) => rm(guardOf(home)),
}

export type Role = 'a validator at rest' | 'the primary' | 'a validator that restarts' | 'an observer' | 'a validator that runs'

/** Those of a file that a process reads, and does not map into its memory: what is cut off from under that ends it by a signal. */
const DAMAGED_UNDERWAY: ReadonlySet<string> = new Set([
  'LevelDB’s log, a flipped bit',
  'a table, a flipped bit',
  'MANIFEST, a flipped bit',
  'an empty CURRENT',
  'the log of votes, a flipped bit',
  'a damaged guard',
])

interface World {
  readonly network: SmallNetwork
  readonly seen: Record<string, number>
}

/** Blocks so that LevelDB's log has some, then the end that the role has. Gives the height that the node told of last. */
async function bringDown({ network }: World, victim: Name, role: Role): Promise<number> {
  await network.grow(1)
  await network.reaches(network.head(), [victim])
  // Under way while it ends.
  if (role === 'the primary') for (let sent = 0; sent < 3; sent++) await network.node(victim).api.submit(transfer(network.chain).bytes)
  const height = network.node(victim).api.height()
  await network.stop(victim)
  if (role === 'a validator that restarts') {
    const again = await network.start(victim)
    if (!again.ok) throw new Error(again.error.message)
    await network.grow(1)
    await network.reaches(network.head(), [victim])
    await network.stop(victim)
  }
  return height
}

function explain(error: unknown): Rejection {
  if (!(error instanceof StoreFailure)) throw error
  return { code: error.code, message: error.message, hint: error.hint }
}

async function startOf({ network }: World, victim: Name, role: Role): Promise<Rejection | undefined> {
  try {
    const started = await network.start(victim, { isObserver: role === 'an observer' })
    return started.ok ? undefined : started.error
  } catch (error) {
    return explain(error)
  }
}

/** What the message tells to do. */
async function followTheWayOut(t: Test, home: string, { code, hint }: Rejection, guardBefore: string): Promise<void> {
  if (/^(storage\/(damaged|checksum)|node\/store-damaged)$/.test(code)) {
    t.match(hint, /hanse node repair/)
    const repaired = await repair(home)
    if (!repaired.ok) t.fail(`${repaired.error.code} ${repaired.error.message}`)
    else t.not(repaired.value.outcome, 'sound')
  } else if (/log-damaged$/.test(code)) {
    t.match(hint, /move the log aside/)
    await rename(join(home, 'data', 'log'), join(home, 'data', `log.aside-${Date.now()}`))
  } else if (/^consensus\/guard/.test(code)) {
    t.match(hint, /Restore the guard/)
    await copyFile(guardBefore, guardOf(home))
  } else t.fail(`${code}: no way out is known`)
}

/** Whatever the node has, the others have; and it has all. */
async function answersLikeTheOthers(t: Test, { network }: World, victim: Name): Promise<void> {
  const neighbour = victim === 'bank-a' ? 'bank-b' : 'bank-a'
  const other = network.node(neighbour).api
  await network.reaches(other.height(), [victim])
  const { api } = network.node(victim)
  const head = api.height()
  await network.reaches(head, [neighbour])
  for (let height = 0; height <= head; height++) {
    const [own, theirs] = [await api.block(height), await other.block(height)]
    if (own === undefined || own.hash !== theirs?.hash || own.receipts.length !== theirs.receipts.length)
      t.fail(`block ${height} is another`)
    for (const { id } of own?.transactions ?? []) if ((await api.transaction(id)).status !== 'final') t.fail(`${id} is not final`)
  }
  t.equal(network.fatal.has(victim), false)
}

/** The others can go on without it: it may be about to write its first block since its start. */
async function hasStored(network: SmallNetwork, victim: Name): Promise<void> {
  const height = network.node('bank-a').api.height()
  for (let waitedMs = 0; waitedMs < STORED_TIMEOUT_MS && network.node(victim).api.height() < height; waitedMs += 20) await sleep(20)
}

/** What the node says of blocks afterwards is right, or nothing; then it is stopped. Gives the height that it told of last. */
async function damageUnderway(t: Test, { network }: World, victim: Name, damage: Damage, prng: Prng, guardBefore: string): Promise<number> {
  const home = network.homeOf(victim)
  if ((await filesOf(home, /\.ldb$/)).length === 0) {
    await network.stop(victim)
    await intoTables(home)
    t.equal((await network.start(victim)).ok, true)
  }
  await network.grow(2)
  await hasStored(network, victim)
  await copyFile(guardOf(home), guardBefore)
  await damage(home, prng)
  await network.grow(2)
  const [own, other] = [network.node(victim).api, network.node('bank-a').api]
  for (let height = 0; height <= own.height(); height++) {
    const told = await own.block(height).catch(() => undefined)
    if (told !== undefined && told.hash !== (await other.block(height))?.hash) t.fail(`a wrong block ${height}`)
  }
  const height = own.height()
  await network.stop(victim)
  network.fatal.delete(victim)
  return height
}

async function check(t: Test, world: World, victim: Name, role: Role, damage: Damage, prng: Prng): Promise<void> {
  const { network, seen } = world
  const home = network.homeOf(victim)
  const guardBefore = join(home, 'guard-before')
  let told: number
  if (role === 'a validator that runs') {
    told = await damageUnderway(t, world, victim, damage, prng, guardBefore)
  } else {
    told = await bringDown(world, victim, role)
    await copyFile(guardOf(home), guardBefore)
    await damage(home, prng)
  }
  await network.configure(victim, role === 'an observer')
  const looked = join(home, 'looked-at')
  await cp(join(home, 'data'), looked, { recursive: true })

  const inspected = await inspectNode(home, { verify: 'all', count: true })
  const found = await examine(home, { nowMs: Date.now })
  const complaints = [...inspected.problems, ...found.filter(({ check }) => check === 'data' || check === 'keys')]
  t.ok(found.length > 5, 'the doctor gets to its end')
  await rm(join(home, 'data'), { recursive: true })
  await rename(looked, join(home, 'data'))

  const refused = await startOf(world, victim, role)
  if (refused === undefined) {
    seen['starts'] = (seen['starts'] ?? 0) + 1
    const height = network.node(victim).api.height()
    if (height < told && (network.warnings.get(victim) ?? []).length === 0) t.fail(`${told - height} blocks are lost, and no word`)
  } else {
    seen[refused.code] = (seen[refused.code] ?? 0) + 1
    t.ok(complaints.length > 0, 'doctor and inspect have seen it, too')
    t.match(refused.message, /store|log|guard|segment|bounds|CURRENT|MANIFEST|\.ldb/, 'it names the file')
    await followTheWayOut(t, home, refused, guardBefore)
    t.equal(await startOf(world, victim, role), undefined, 'and that helps')
  }
  await answersLikeTheOthers(t, world, victim)
  if (role === 'an observer') {
    await network.stop(victim)
    // Of the guard an observer knows nothing; its key does.
    await copyFile(guardBefore, guardOf(home))
    t.equal((await network.start(victim)).ok, true, 'it votes again')
  }
}

/** Every case, one after the other, on one network: what the cure of one leaves is what the next one hits. */
export async function testBrokenStores(t: Test, role: Role, seed: number): Promise<void> {
  const network = await SmallNetwork.create(t)
  await network.startAll()
  await network.grow(12)
  const world: World = { network, seen: {} }
  for (const [row, [what, damage]] of Object.entries(CASES).entries()) {
    if (role === 'a validator that runs' && !DAMAGED_UNDERWAY.has(what)) continue
    await t.test(what, async (t) => {
      const victim = role === 'the primary' ? network.primary() : 'supplier'
      if (role === 'an observer') {
        await network.stop(victim)
        t.equal((await network.start(victim, { isObserver: true })).ok, true)
      }
      await check(t, world, victim, role, damage, createPrng(seed + row))
    })
  }
  t.ok(Object.keys(world.seen).length >= 2, JSON.stringify(world.seen))
}
