import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bytesToHex, concatBytes } from '@hanse/primitives'
import { createClient } from '@hanse/sdk'
import { type BuildResult, build } from 'esbuild'
import { type Test, test } from 'tap'
import { startTestNetwork } from '../../../devnet/test/support/test-network.ts'
import { operatorKey } from '../../node/test/support/solo-genesis.ts'
import { chromiumPath, runInBrowser } from './support/browser.ts'

/** Bytes before a seed in PKCS #8 for Ed25519 (RFC 8410). */
const PKCS8_PREFIX = Uint8Array.from([0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20])
const PAGE = fileURLToPath(new URL('browser/page.ts', import.meta.url))

function bundle(entry: object): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({ ...entry, bundle: true, write: false, metafile: true, minify: true, platform: 'browser', format: 'esm', target: 'es2023' })
}

function textOf({ outputFiles }: BuildResult<{ write: false }>): string {
  return outputFiles[0]?.text ?? ''
}

/** How far a bundle may be from what README says. */
const SIZE_TOLERANCE = 0.03
const SIZES = /(\d+) kB minified, (\d+) kB with gzip/
const README = new URL('../README.md', import.meta.url)

test('a bundle for browsers holds nothing of Node, and is as large as README says', async (t) => {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url))
  const whole = await bundle({ stdin: { contents: "export * from '@hanse/sdk'", resolveDir } })
  const inputs = Object.keys(whole.metafile.inputs)
  t.same(
    inputs.filter((path) => /crypto-native|sodium|packages\/(?:node|storage|p2p|rpc)\//.test(path)),
    [],
  )
  t.same(
    Object.values(whole.metafile.outputs).flatMap(({ imports }) => imports),
    [],
    'it needs nothing beside itself',
  )
  const ofNode = bundle({ stdin: { contents: "export * from '@hanse/sdk/node'", resolveDir }, logLevel: 'silent' })
  await t.rejects(ofNode, { name: 'Error', message: /node:|sodium/ }, 'what opens key files cannot be bundled')
  sizeCheck(t, textOf(whole))
})

/** The README says it, and this test, which prints it; with HANSE_RECORD=1 it writes it down. */
function sizeCheck(t: Test, text: string): void {
  const kilobytes = (bytes: { readonly length: number }): number => Math.round(bytes.length / 1_000)
  const sizes = [kilobytes(Buffer.from(text)), kilobytes(gzipSync(text))]
  t.comment(`the bundle has ${sizes[0]} kB minified, ${sizes[1]} kB with gzip`)
  const readme = readFileSync(README, 'utf8')
  if (process.env.HANSE_RECORD === '1') writeFileSync(README, readme.replace(SIZES, `${sizes[0]} kB minified, ${sizes[1]} kB with gzip`))
  const said = SIZES.exec(readFileSync(README, 'utf8'))?.slice(1).map(Number) ?? []
  const isNear = sizes.every((size, index) => Math.abs(size - (said[index] ?? 0)) <= SIZE_TOLERANCE * size)
  t.ok(isNear, `README: ${said.join(' and ')} kB, measured: ${sizes.join(' and ')} kB; with HANSE_RECORD=1 this test writes it down`)
}

const executable = chromiumPath()
const skip = executable === undefined ? 'no chromium here: apt-get install chromium, or name one in HANSE_CHROMIUM' : false

test('a page signs with a key of the browser, pays on a network of four, reads, subscribes and proves', {
  skip,
  timeout: 120_000,
}, async (t: Test) => {
  const devnet = await startTestNetwork(t)
  const url = `http://127.0.0.1:${devnet.nodes[0]?.rpcPort}`
  const { genesisHash } = await createClient({ url }).call('node_info')
  const { seed, publicKey } = operatorKey('bank-a', 'maker')
  const key = { privateKey: bytesToHex(concatBytes(PKCS8_PREFIX, seed)), publicKey: bytesToHex(publicKey) }
  const script = textOf(await bundle({ entryPoints: [PAGE] }))
  const { outcome, log } = await runInBrowser(t, executable ?? '', script, { url, genesisHash, ...key })
  t.match(outcome, {
    receipt: { outcome: 'success', events: [{ type: 'transferred' }] },
    ...{ proven: true, forged: false, refused: 'settlement/insufficient-funds', seen: { outcome: 'success' } },
    balance: { ok: true, value: { value: { amount: '31415' } } },
    absent: { ok: true },
  })
  t.notOk((outcome as { absent: { value: { value?: unknown } } }).absent?.value?.value, 'absence is proven')
  t.same(log, [], 'the page logged nothing')
  const { receipt } = outcome as { receipt: { txId: `0x${string}`; height: number } }
  t.match(await createClient({ url }).call('tx_get', { hash: receipt.txId }), { status: 'final', receipt: { height: receipt.height } })
})
