import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@hanse/sdk'
import { test } from 'tap'
import { GENESIS_BYTES, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'

/** Inside the package, so that examples find it by its name; nothing of it is kept. */
const SCRATCH = fileURLToPath(new URL('../dist/examples/', import.meta.url))
const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
/** For what ends by itself. */
const NEVER = /(?!)/
const DOCUMENTED_URL = 'http://127.0.0.1:8545'

async function blocksOf(document: string, language: string): Promise<readonly string[]> {
  const text = await readFile(new URL(`../../../${document}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^```([a-z]+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, code]) => (name === language ? [code as string] : []))
}

/** Runs an example until it ends, or until it has printed what is expected: a subscription has no end. */
function run(words: readonly string[], cwd: string, expected: RegExp, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const [program = '', ...parameters] = words
  const child = spawn(program, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const collect = (chunk: string): void => {
    output += chunk
    if (expected.test(output)) child.kill()
  }
  child.stdout.setEncoding('utf8').on('data', collect)
  child.stderr.setEncoding('utf8').on('data', collect)
  return new Promise((resolve) => child.once('close', () => resolve(output)))
}

test('every example of the docs runs as it stands', async (t) => {
  const { url, stop } = await serve()
  await mkdir(SCRATCH, { recursive: true })
  const folder = await mkdtemp(SCRATCH)
  t.teardown(async () => {
    await stop()
    await rm(folder, { recursive: true })
  })
  const client = createClient({ url })
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '7', reference: 'x' }
  const calls = [{ module: 'settlement', command: 'transfer', params }]
  const { txId } = await client.transact({ signers: [operatorKey('bank-a', 'maker')], calls })
  await writeFile(join(folder, 'genesis.json'), GENESIS_BYTES)
  await writeFile(join(folder, 'proof.json'), JSON.stringify(await client.callRaw('tx_getProof', { hash: txId })))
  const expected: Readonly<Record<string, readonly RegExp[]>> = {
    'docs/integrating.md': [
      /^0x[0-9a-f]{64} is final at height [0-9]+\n$/,
      /^true success\n$/,
      /^settlement\/insufficient-funds · rejected at height [0-9]+: .* · calls\.0\nfinal at height [0-9]+\n$/,
      /^trusting chain 0x[0-9a-f]{64}\n0x[0-9a-f]{64}: success\n$/,
      /^1 amount=7 currency=CNY from=bank-a/,
    ],
    'packages/sdk/README.md': [/^success [0-9]+ true\n$/],
  }
  for (const [document, patterns] of Object.entries(expected)) {
    const blocks = await blocksOf(document, 'ts')
    t.equal(blocks.length, patterns.length, `${document} has as many examples as are known here`)
    const outputs = await Promise.all(
      blocks.map(async (code, index) => {
        const file = join(folder, `${document.replaceAll(/[^a-z]/g, '-')}-${index}.ts`)
        await writeFile(file, code.replaceAll(DOCUMENTED_URL, url))
        return await run([process.execPath, file], folder, patterns[index] as RegExp)
      }),
    )
    for (const [index, output] of outputs.entries()) t.match(output, patterns[index], `${document}, example ${index + 1}`)
  }
})

test('in a folder of one’s own, as the page says', { skip: process.platform === 'win32' }, async (t) => {
  const { url, stop } = await serve()
  const folder = await mkdtemp(join(tmpdir(), 'hanse-first-'))
  t.teardown(async () => {
    await stop()
    await rm(folder, { recursive: true })
  })
  const commands = (await blocksOf('docs/integrating.md', 'sh')).find((block) => block.includes('npm install'))
  // What npm told the script that runs the tests is not what it would tell a user, and the install must not need a registry.
  const outside = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'))
  const env = { ...Object.fromEntries(outside), npm_config_offline: 'true', npm_config_cache: join(folder, 'cache') }
  const installed = await run(['sh', '-ec', commands?.replaceAll('/path/to/hanse', ROOT) ?? ''], folder, NEVER, env)
  const [example = ''] = await blocksOf('docs/integrating.md', 'ts')
  await writeFile(join(folder, 'first', 'first.mjs'), example.replaceAll(DOCUMENTED_URL, url))
  const output = await run([process.execPath, 'first.mjs'], join(folder, 'first'), NEVER)
  t.match(output, /^0x[0-9a-f]{64} is final at height 1\n$/, installed)
})

test('the subscription in plain JSON-RPC goes as the page shows', async (t) => {
  const { node, url, stop } = await serve()
  const transcript = (await blocksOf('docs/integrating.md', 'json')).find((block) => block.includes('sub_subscribe')) ?? ''
  const [request, answer, notification, closed] = transcript.trim().split('\n') as [string, string, string, string]
  while (node.blocks.length <= JSON.parse(request).params.from) node.seal()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`)
  t.teardown(async () => {
    socket.close()
    await stop()
  })
  const received: string[] = []
  await new Promise<void>((resolve, reject) => {
    socket.onerror = () => reject(new Error('the socket failed'))
    socket.onopen = () => socket.send(request)
    socket.onmessage = ({ data }) => {
      received.push(data as string)
      if (received.length === 2) socket.send('{"jsonrpc":"2.0","id":2,"method":"sub_unsubscribe","params":{"id":"1"}}')
      if (received.length === 3) resolve()
    }
  })
  const [first, second, third] = received.map((text) => JSON.parse(text.replace('"id":"1"', '"id":"…"')) as object)
  t.same(first, JSON.parse(answer))
  t.match(second, JSON.parse(notification))
  const { reason, ...params } = JSON.parse(closed).params
  t.match(third, { ...JSON.parse(closed), params: { id: params.id, reason: 'unsubscribed', cursor: String } })
  const document = await createClient({ url }).callRaw('rpc.discover')
  t.match(JSON.stringify(document), `"${reason}"`, 'a reason that there is')
})

test('every curl of the docs gets a result', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const requests = (await blocksOf('docs/integrating.md', 'sh')).flatMap((code) => /-d '(.*)'/.exec(code)?.[1] ?? [])
  t.equal(requests.length, 2)
  for (const body of requests) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    t.match(await response.json(), { jsonrpc: '2.0', result: {} }, body)
  }
})
