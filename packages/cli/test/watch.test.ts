import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { createClient } from '@hanse/sdk'
import { test } from 'tap'
import { operatorKey } from '../../node/test/support/solo-genesis.ts'
import { type RunningSoloNode, serve } from '../../node/test/support/solo-node.ts'
import { NO_TERMINAL, runAtTerminal } from './support/at-terminal.ts'
import { jsonOf, MAIN, runCli } from './support/run-cli.ts'

async function transfer({ url }: RunningSoloNode, amount: string, to = 'nanhai'): Promise<string> {
  const params = { from: 'bank-a', to, currency: 'CNY', amount, reference: 'x' }
  const calls = [{ module: 'settlement', command: 'transfer', params }]
  const { txId } = await createClient({ url }).transact({ signers: [operatorKey('bank-a', 'maker')], calls })
  return txId
}

function linesOf(text: string): readonly Record<string, never>[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, never>)
}

test('what was final is told again from any position, as lines of JSON', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const first = await transfer(running, '1')
  await transfer(running, '2', 'shunhe')
  const watch = async (...words: readonly string[]): ReturnType<typeof runCli> =>
    await runCli(['watch', ...words, '--json', '--rpc', running.url])
  const blocks = await watch('blocks', '--from', 'earliest', '--count', '3')
  t.equal(blocks.code, 0, blocks.stderr)
  t.match(linesOf(blocks.stdout), [{ data: { height: 0 } }, { cursor: '1:1', data: { height: 1 } }, { data: { height: 2 } }])
  t.equal(blocks.stderr, 'go on: hanse watch blocks --from 2:1\n')
  const after = await watch('blocks', '--from', '1:1', '--count', '1')
  t.match(linesOf(after.stdout), [{ data: { height: 2 } }])
  const transactions = await watch('transactions', 'module=settlement', '--from', '0', '--count', '1')
  t.match(linesOf(transactions.stdout), [{ data: { hash: first, receipt: { outcome: 'success' } } }])
  const events = await watch('events', 'type=transferred', 'attributes.to=shunhe', '--from', 'earliest', '--count', '1')
  t.match(linesOf(events.stdout), [{ data: { height: 2, event: { module: 'settlement', type: 'transferred' } } }])
  t.equal(linesOf(events.stdout).length, 1)
})

test('a filter or a position that cannot be is a usage error', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const rows: readonly (readonly [string, number, object])[] = [
    ['events nope=1', 2, { code: 'rpc/bad-params', path: /nope/ }],
    ['events module=nope', 2, { code: 'query/unknown-module' }],
    ['blocks --from nonsense', 2, { code: 'rpc/bad-params', path: /from/ }],
    ['blocks --from 99999', 1, { code: 'rpc/start-above-head' }],
    ['blcks', 2, { code: 'cli/usage', try: /^hanse watch blocks --json/ }],
  ]
  await Promise.all(
    rows.map(async ([words, code, error]) => {
      const run = await runCli(['watch', ...words.split(' '), '--json', '--rpc', running.url])
      t.match([run.code, jsonOf(run)], [code, { error }], words)
    }),
  )
})

test('it goes on after the node was away, says so, and Ctrl-C ends it with the cursor', async (t) => {
  const running = await serve()
  const port = Number(new URL(running.url).port)
  const child = spawn(process.execPath, [MAIN, 'watch', 'transactions', '--json', '--rpc', running.url], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const notes = createInterface({ input: child.stderr })[Symbol.asyncIterator]()
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const next = async (): Promise<Record<string, never>> => JSON.parse((await lines.next()).value as string) as Record<string, never>
  // It has no word for "I listen now": what is sent until the first line comes tells.
  const told = next()
  let isTold = false
  told.finally(() => {
    isTold = true
  })
  for (let amount = 1; amount <= 100 && !isTold; amount++) {
    await transfer(running, `${amount}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  let cursor = (await told)['cursor'] as unknown as string
  const { height } = running.node.api
  while (Number(cursor.split(':')[0]) < height()) cursor = (await next())['cursor'] as unknown as string
  await running.stop()
  t.match((await notes.next()).value, /✖ connection lost \(.+\); trying again/)
  const again = await serve(running.node, port)
  t.teardown(again.stop)
  const missed = await transfer(again, '777')
  t.match((await notes.next()).value, /✔ connected again, going on after [0-9]+:[0-9]+/)
  const item = await next()
  t.match(item, { data: { hash: missed } }, 'the next one, without gap or repetition')
  child.kill('SIGINT')
  t.equal(await ended, 0)
  t.equal((await notes.next()).value, `go on: hanse watch transactions --from ${item['cursor']}`)
  t.equal((await lines.next()).done, true, 'nothing else on standard output')
})

test('at a terminal it is a table that fits; piped it is whole', { skip: NO_TERMINAL }, async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const hash = await transfer(running, '1')
  const words = ['watch', 'events', '--from', 'earliest', '--count', '1', '--rpc', running.url]
  const [shown, piped] = await Promise.all([runAtTerminal(words), runCli(words)])
  t.equal(shown.code, 0, shown.screen)
  t.match(shown.screen, /height +time +transaction +event +attributes/)
  for (const line of shown.screen.split('\r\n')) t.ok(stripVTControlCharacters(line).length <= 120, line)
  t.match(piped.stdout, hash)
  t.notMatch(piped.stdout, '\u001b')
})

test('the access key of a node that asks for one goes with the subscription too', async (t) => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`http ${request.headers.authorization}`)
    response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: { items: [], epoch: 0, quorum: 0, nextCursor: null } }))
  })
  server.on('upgrade', (request, socket) => {
    seen.push(`ws ${request.headers.authorization}`)
    socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const env = { HANSE_RPC_KEY: 'k'.repeat(32), HANSE_RPC: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  const run = await runCli(['watch', 'blocks', '--json'], { env })
  t.equal(run.code, 3)
  // Node’s WebSocket may knock twice.
  t.same([...new Set(seen)], [`http Bearer ${env.HANSE_RPC_KEY}`, `ws Bearer ${env.HANSE_RPC_KEY}`])
})
