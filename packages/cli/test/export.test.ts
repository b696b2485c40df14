import { existsSync } from 'node:fs'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { genesisField, type Json } from '@hanse/protocol'
import { createClient } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { CHAIN, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'
import { NO_TERMINAL, runAtTerminal } from './support/at-terminal.ts'
import { fakeRpc, type RpcParams as Params } from './support/fake-rpc.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

type Lists = (method: string, params: Params) => Json | undefined

const HEAD = 999
const HASH = `0x${'ab'.repeat(32)}`

function block(height: number): Json {
  const header = { height, proposer: height % 4, parent: HASH, stateRoot: HASH }
  return { height, hash: HASH, timeMs: 1_000 * height, header, transactionCount: 1, rejectedCount: 0, eventCount: 2, sizeBytes: 300 }
}

/** A page as chain_listBlocks gives it, of a node whose index ends at `indexedTo`. */
function page(params: Params, indexedTo = HEAD): Json {
  const { from, to, cursor, limit } = params as unknown as { from: number; to: number; cursor?: string; limit: number }
  const first = cursor === undefined ? from : Number(cursor.split(':')[0])
  const last = Math.min(to, indexedTo)
  const heights = Array.from({ length: Math.max(0, Math.min(limit, last - first + 1)) }, (_, index) => first + index)
  const next = first + heights.length
  return { items: heights.map(block), nextCursor: next > last ? null : `${next}:0`, complete: indexedTo >= to, indexedTo, height: HEAD }
}

/** A node that has a genesis, a head, and lists as the test says. */
async function nodeWith(t: Test, lists: Lists): Promise<string> {
  const known: Readonly<Record<string, Json>> = {
    chain_getGenesis: { genesisHash: CHAIN.genesisHash, genesis: genesisField.toJson(CHAIN.genesis) },
    chain_getHeight: HEAD,
  }
  return await fakeRpc(t, (method, params) => known[method] ?? lists(method, params))
}

async function heightsIn(file: string): Promise<readonly number[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { height: number }).height)
}

const ALL = Array.from({ length: HEAD + 1 }, (_, height) => height)

test('an export that broke off goes on where it stopped, without gap or repetition', async (t) => {
  const asked: Params[] = []
  let isWell = false
  const url = await nodeWith(t, (_, params) => {
    asked.push(params)
    return asked.length <= 3 || isWell ? page(params) : undefined
  })
  const out = join(t.testdir(), 'blocks.jsonl')
  const words = ['export', 'blocks', '--out', out, '--json', '--rpc', url]
  const broken = await runCli(words)
  t.match(
    [broken.code, jsonOf(broken)],
    [3, { error: { code: 'sdk/no-answer', items: 600, complete: false, message: /600 blocks are kept/ } }],
  )
  t.notOk(existsSync(out), 'half an export has no name')
  // What a crash leaves behind the last page that was noted.
  await appendFile(`${out}.part`, '{"height":600')
  isWell = true
  const whole = await runCli(words)
  t.match([whole.code, jsonOf(whole)], [0, { file: out, items: 1000, from: 0, to: HEAD, genesisHash: CHAIN.genesisHash, complete: true }])
  t.equal(whole.stderr, 'going on after 600 blocks\n')
  t.same(asked.at(4), { order: 'ascending', from: 0, to: HEAD, limit: 200, cursor: '600:0' }, 'what was there is not asked for again')
  t.same(await heightsIn(out), ALL)
  t.notOk(existsSync(`${out}.part`) || existsSync(`${out}.part.json`))
  const twice = await runCli(words)
  t.match([twice.code, jsonOf(twice)], [1, { error: { code: 'export/exists' } }])
})

test('a part of something else, or one that was changed, is not gone on with', async (t) => {
  let answers = 0
  const url = await nodeWith(t, (_, params) => (answers++ < 1 ? page(params) : undefined))
  const out = join(t.testdir(), 'blocks.jsonl')
  const words = ['export', 'blocks', '--out', out, '--json', '--rpc', url]
  t.equal((await runCli(words)).code, 3)
  const other = await runCli([...words, '--from', '5'])
  t.match([other.code, jsonOf(other)], [1, { error: { code: 'export/other-part', message: /another export/ } }])
  const part = await readFile(`${out}.part`, 'utf8')
  await writeFile(`${out}.part`, part.replace('"height":7,', '"height":8,'))
  const changed = await runCli(words)
  t.match([changed.code, jsonOf(changed)], [1, { error: { code: 'export/other-part', message: /not as it was left/, try: /Delete/ } }])
})

test('an index that is behind is waited for', async (t) => {
  let calls = 0
  const url = await nodeWith(t, (_, params) => page(params, calls++ < 4 ? 700 : HEAD))
  const out = join(t.testdir(), 'blocks.jsonl')
  const run = await runCli(['export', 'blocks', '--out', out, '--json', '--rpc', url])
  t.match([run.code, jsonOf(run)], [0, { items: 1000, complete: true }])
  t.same(await heightsIn(out), ALL)
})

test('one that stands still is an error, never a short answer', { timeout: 60_000 }, async (t) => {
  const url = await nodeWith(t, (_, params) => page(params, 700))
  const run = await runCli(['export', 'blocks', '--format', 'csv', '--rpc', url])
  t.equal(run.code, 3)
  t.match(
    run.stderr,
    /^✖ not complete: the index of the node ends at height 700.* \[export\/incomplete\]\n {2}Try: Run the same command again/,
  )
  t.equal(run.stdout.split('\r\n').length, 1 + 701 + 1, 'what was there was given')
})

test('CSV has a header, quotes what must be quoted, and reads back', async (t) => {
  const item = {
    height: 3,
    index: 0,
    txId: HASH,
    timeMs: 0,
    event: { module: 'settlement', type: 'transferred', attributes: [{ key: 'reference', value: 'a, "b"\nc' }] },
  }
  const url = await nodeWith(t, (method, params) => {
    t.match([method, params], ['event_list', { module: 'settlement', attributes: { to: 'nanhai' }, from: 3, to: 4 }])
    return { items: [item], nextCursor: null, complete: true, indexedTo: HEAD, height: HEAD }
  })
  const out = join(t.testdir(), 'events.csv')
  const words = ['export', 'events', 'module=settlement', 'attributes.to=nanhai', '--from', '3', '--to', '4', '--out', out, '--rpc', url]
  const run = await runCli(words)
  t.match([run.code, run.stdout], [0, /✔ .*events\.csv: 1 events, heights 3 to 4, complete/])
  const row = `3,0,${HASH},0,1970-01-01T00:00:00.000Z,settlement,transferred,"{""reference"":""a, \\""b\\""\\nc""}"`
  t.equal(await readFile(out, 'utf8'), `height,index,txId,timeMs,time,module,type,attributes\r\n${row}\r\n`)
})

test('a range that cannot be is a usage error', async (t) => {
  const url = await nodeWith(t, (_, params) => page(params))
  const rows: readonly (readonly [string, RegExp])[] = [
    ['--to 5000', /the head is at height 999/],
    ['--from 9 --to 8', /before it begins/],
    ['--format csv --json', /CSV is no JSON/],
  ]
  for (const [words, message] of rows) {
    const run = await runCli(['export', 'blocks', ...words.split(' '), '--rpc', url])
    t.equal(run.code, 2, words)
    t.match(words.includes('--json') ? run.stdout : run.stderr, message, words)
  }
})

test('what takes longer than two seconds has a bar at a terminal', { skip: NO_TERMINAL }, async (t) => {
  let startedMs: number | undefined
  // The index comes further while it is waited for: a height in 5 ms.
  const url = await nodeWith(t, (_, params) => {
    startedMs ??= performance.now()
    return page(params, Math.min(HEAD, Math.floor((performance.now() - startedMs) / 5)))
  })
  const out = join(t.testdir(), 'blocks.jsonl')
  const run = await runAtTerminal(['export', 'blocks', '--out', out, '--rpc', url])
  t.equal(run.code, 0, run.screen)
  t.match(run.screen, /exporting blocks █+░+ [0-9]+\/1000 [0-9]+ %/)
  t.match(stripVTControlCharacters(run.screen).split('\r').at(-2), /^✔ .*complete$/, 'and leaves nothing behind')
})

test('what the chain has is exported whole, by any filter of its lists', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const client = createClient({ url: running.url })
  for (const [to, amount] of [
    ['nanhai', '1'],
    ['shunhe', '2'],
    ['nanhai', '99999999999999'],
  ]) {
    const params = { from: 'bank-a', to: `${to}`, currency: 'CNY', amount: `${amount}`, reference: 'x' }
    const calls = [{ module: 'settlement', command: 'transfer', params }]
    await client.transact({ signers: [operatorKey('bank-a', 'maker')], calls }).catch(() => undefined)
  }
  const lines = async (...words: readonly string[]): Promise<readonly object[]> => {
    const run = await runCli(['export', ...words, '--rpc', running.url])
    t.match([run.code, run.stderr], [0, /✔ [0-9]+ [a-z]+, heights 0 to 3, complete/], words.join(' '))
    return run.stdout === ''
      ? []
      : run.stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as object)
  }
  const [blocks, all, refused, toNanhai] = await Promise.all([
    lines('blocks'),
    lines('transactions', `sender=${operatorKey('bank-a', 'maker').address}`),
    lines('transactions', 'outcome=rejected'),
    lines('events', 'type=transferred', 'attributes.to=nanhai'),
  ])
  t.match(blocks, [{ height: 0 }, { height: 1, transactionCount: 1 }, { height: 2 }, { height: 3, rejectedCount: 1 }])
  t.match(all, [{ height: 1 }, { height: 2 }, { height: 3, code: 'settlement/insufficient-funds' }])
  t.match([refused.length, toNanhai.length], [1, 1])
})
