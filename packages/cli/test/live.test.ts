import { test } from 'tap'
import { CHAIN } from '../../node/test/support/solo-genesis.ts'
import { type RunningSoloNode, serve } from '../../node/test/support/solo-node.ts'
import { homeWithOperators } from './support/operator-home.ts'
import { type CliRun, jsonOf, runCli } from './support/run-cli.ts'

const TRANSFER = ['settlement.transfer', 'from=bank-a', 'to=nanhai', 'currency=CNY', 'reference=x', '--sender', 'bank-a-maker']

async function signed(home: string, amount: string, rpc: readonly string[]): Promise<string> {
  const env = await homeWithOperators(home, 'bank-a/maker')
  const built = await runCli(['tx', 'build', ...TRANSFER, `amount=${amount}`, ...rpc], { env })
  const run = await runCli(['tx', 'sign', '-', '--key', 'bank-a-maker', ...rpc], { input: built.stdout, env })
  if (run.code !== 0) throw new Error(built.stderr + run.stderr)
  return run.stdout
}

function cli(running: RunningSoloNode): (...words: readonly string[]) => Promise<CliRun> {
  return (...words) => runCli([...words, '--rpc', running.url])
}

test('what one asks a node', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const ask = cli(running)
  running.node.seal()
  const rows: readonly (readonly [string, object])[] = [
    ['node status', { info: { organization: 'bank-a' }, status: { state: 'synced', height: 1 } }],
    ['validators', { quorum: 3, items: [{ index: 0, organization: 'bank-a' }, {}, {}, {}] }],
    ['peers', { items: [] }],
    ['consensus', { view: 0, primary: 0 }],
    ['pool', { size: 0, capacity: 20_000 }],
    ['block show', { height: 1, transactionIds: [] }],
    ['block show 0', { height: 0, header: { genesisHash: CHAIN.genesisHash } }],
    ['query settlement balance partyId=bank-a currency=CNY', { value: { amount: '10000000000' }, height: 1 }],
    ['query organizations parties limit=2 --height 0', { value: { items: [{}, {}] }, height: 0 }],
    ['rpc chain_getHeader {"height":1}', { height: 1 }],
    ['rpc chain_getHeader height:=1', { height: 1 }],
  ]
  const answers = await Promise.all(rows.map(async ([words]) => await ask(...words.split(' '), '--json')))
  for (const [index, [words, json]] of rows.entries()) {
    const run = answers[index] as CliRun
    t.match([run.code, jsonOf(run)], [0, json], words)
  }
  const [human, block, missing, unknown] = (await Promise.all([
    ask('validators'),
    ask('block', 'show'),
    ask('block', 'show', '99', '--json'),
    ask('rpc', 'nope_nope', '--json'),
  ])) as [CliRun, CliRun, CliRun, CliRun]
  t.match(human.stdout, /4 validators in epoch 0; 3 decide; heights 1 to 1\n# +organization/)
  t.match(block.stdout, /signed by +bank-a, bank-b, core-firm/)
  t.match([missing.code, jsonOf(missing)], [1, { error: { code: 'chain/unknown-block', number: -32001 } }])
  t.match([unknown.code, jsonOf(unknown)], [1, { error: { code: 'rpc/unknown-method', number: -32601 } }])
})

test('what to try is something to type here, not a method of the node', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const ask = cli(running)
  const rows: readonly (readonly [words: string, code: number, way: string])[] = [
    ['query settlement balance', 2, 'hanse query settlement balance partyId=… currency=…'],
    ['query settlement balance partyId=bank-a', 2, 'hanse query settlement balance partyId=… currency=…'],
    ['query receivables lines partyId=bank-a limit=many', 2, 'hanse query receivables lines partyId=… [cursor=…] [limit=…]'],
    ['query settlement nope', 2, 'hanse query --help lists those of this software; hanse rpc rpc.discover has all, under x-modules'],
    ['query nope nope', 2, 'hanse query --help lists those of this software; hanse rpc rpc.discover has all, under x-modules'],
    ['query organizations party partyId=nobody', 1, 'hanse query organizations parties lists them'],
    ['query settlement currencies --height 99', 1, 'hanse rpc chain_getHeight tells the head'],
    ['block show 99', 1, 'hanse block show, without a height, shows the head'],
    ['rpc nope_nope', 1, 'hanse rpc rpc.discover lists all methods'],
    ['rpc chain_getBlock height=x', 1, 'hanse rpc rpc.discover has the schema of each method'],
    [`proof get 0x${'00'.repeat(32)}`, 1, 'hanse tx show HASH tells the status'],
  ]
  const runs = await Promise.all(rows.map(async ([words]) => await ask(...words.split(' '))))
  for (const [index, [words, code, way]] of rows.entries()) {
    const run = runs[index] as CliRun
    t.equal(run.code, code, words)
    t.equal(run.stderr.split('\n')[1], `  Try: ${way}`, words)
  }
})

test('a transaction is sent, waited for and shown', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const rpc = ['--rpc', running.url]
  const input = await signed(t.testdir(), '12345', rpc)
  const sent = await runCli(['tx', 'send', '-', '--wait', '--json', ...rpc], { input })
  t.match([sent.code, jsonOf(sent)], [0, { outcome: 'success', height: 1, events: [{ module: 'settlement' }] }])
  const hash = jsonOf(sent)['txId'] as unknown as string
  const ask = cli(running)
  t.match(jsonOf(await runCli(['tx', 'send', '-', '--json', ...rpc], { input })), { hash, known: true })
  t.match(jsonOf(await ask('tx', 'show', hash, '--json')), { status: 'final', transaction: { hash } })
  t.match((await ask('tx', 'wait', hash)).stdout, /✔ final at height 1\n.*settlement\.transferred +amount=12345/s)
})

test('a refusal says with which values it did not fit, and its exit code is 1', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const rpc = ['--rpc', running.url]
  const input = await signed(t.testdir(), '99999999999999', rpc)
  const run = await runCli(['tx', 'send', '-', '--wait', ...rpc], { input })
  t.equal(run.code, 1)
  t.match(
    run.stderr,
    /✖ rejected at height 1: bank-a holds .* are needed.* \(calls\.0\.params\.amount\) \[settlement\/insufficient-funds\]\n {2}Try: /,
  )
  const again = await runCli(['tx', 'send', '-', '--wait', '--json', ...rpc], { input })
  t.match(jsonOf(again), { error: { code: 'settlement/insufficient-funds', number: -32003, receipt: { outcome: 'rejected', height: 1 } } })
})

test('what waits in the pool is shown', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  running.node.isPaused = true
  const rpc = ['--rpc', running.url]
  const input = await signed(t.testdir(), '1', rpc)
  const { hash } = jsonOf(await runCli(['tx', 'send', '-', '--json', ...rpc], { input })) as unknown as { hash: string }
  t.match(jsonOf(await runCli(['pool', '--json', ...rpc])), { size: 1, waiting: [{ hash, calls: [{ module: 'settlement' }] }] })
  t.match((await runCli(['pool', ...rpc])).stdout, new RegExp(`${hash} +settlement\\.transfer `))
})

test('what is not final in time ends with exit code 4 and the hash', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  running.node.isPaused = true
  const rpc = ['--rpc', running.url]
  const input = await signed(t.testdir(), '1', rpc)
  const run = await runCli(['tx', 'send', '-', '--wait', '--timeout', '1', '--json', ...rpc], { input })
  t.match([run.code, jsonOf(run)], [4, { error: { code: 'tx/wait-timed-out', txHash: /^0x/, try: /^hanse tx wait 0x/ } }])
})
