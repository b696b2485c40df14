import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@hanse/sdk'
import { test } from 'tap'
import { GENESIS_BYTES, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'

/** Inside the package, so that examples find it by its name; nothing of it is kept. */
const SCRATCH = fileURLToPath(new URL('../dist/examples/', import.meta.url))
const DOCUMENTED_URL = 'http://127.0.0.1:8545'

async function blocksOf(document: string, language: string): Promise<readonly string[]> {
  const text = await readFile(new URL(`../../../${document}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^```([a-z]+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, code]) => (name === language ? [code as string] : []))
}

/** Runs an example until it ends, or until it has printed what is expected: a subscription has no end. */
function run(file: string, cwd: string, expected: RegExp): Promise<string> {
  const child = spawn(process.execPath, [file], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
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
    'packages/sdk/README.md': [/^true [0-9]+\n$/],
  }
  for (const [document, patterns] of Object.entries(expected)) {
    const blocks = await blocksOf(document, 'ts')
    t.equal(blocks.length, patterns.length, `${document} has as many examples as are known here`)
    const outputs = await Promise.all(
      blocks.map(async (code, index) => {
        const file = join(folder, `${document.replaceAll(/[^a-z]/g, '-')}-${index}.ts`)
        await writeFile(file, code.replaceAll(DOCUMENTED_URL, url))
        return await run(file, folder, patterns[index] as RegExp)
      }),
    )
    for (const [index, output] of outputs.entries()) t.match(output, patterns[index], `${document}, example ${index + 1}`)
  }
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
