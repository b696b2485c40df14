import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createClient } from '@hanse/sdk'
import { test } from 'tap'
import { freeBasePort } from '../../../devnet/test/support/test-network.ts'
import { MAIN } from './support/run-cli.ts'

/** docs/modules.md, from the first line to the last, beside a clone: what a module's author does on the first day. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
const DEVNET = join(ROOT, 'devnet/dist/main.js')
const BASE_PORT = await freeBasePort()

interface Block {
  readonly language: string
  readonly code: string
}

async function blocksOf(document: string): Promise<readonly Block[]> {
  const text = await readFile(join(ROOT, document), 'utf8')
  return [...text.matchAll(/^```([a-z]+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }))
}

/** The folder stands for the clone's parent: what the guide has at `../loyalty` is in it. */
function asTyped(code: string, node: string): string {
  return code
    .replaceAll(/npm run (--silent )?hanse -- /g, `${node} ${MAIN} `)
    .replaceAll('npm run devnet -- ', `${node} ${DEVNET} --data-dir net --base-port ${BASE_PORT} `)
    .replaceAll('../loyalty', './loyalty')
    .replaceAll('.devnet/', 'net/')
    .replaceAll('/path/to/hanse', ROOT)
    .replaceAll('http://127.0.0.1:8545', `http://127.0.0.1:${BASE_PORT}`)
}

function run(words: readonly string[], cwd: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const [program = '', ...parameters] = words
  const env = { ...process.env, HANSE_RPC: `http://127.0.0.1:${BASE_PORT}`, HANSE_HOME: join(cwd, 'home') }
  const child = spawn(program, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const collect = (chunk: string): void => {
    output += chunk
  }
  child.stdout.setEncoding('utf8').on('data', collect)
  child.stderr.setEncoding('utf8').on('data', collect)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}

/** A file of the guide, or a change of one: the first line says which. */
async function applied(folder: string, code: string): Promise<boolean> {
  const [first = '', ...lines] = code.split('\n')
  const path = /^(?:\/\/|---) (\.\/.*)$/.exec(first)?.[1]
  if (path === undefined) return false
  const file = join(folder, path)
  if (first.startsWith('//')) await writeFile(file, lines.join('\n'))
  else await writeFile(file, changed(await readFile(file, 'utf8'), lines.slice(0, -1)))
  return true
}

/** Each hunk has to be there, once. */
function changed(text: string, lines: readonly string[]): string {
  const hunks = lines.join('\n').split('\n@@\n')
  return hunks.reduce((before, hunk) => {
    const side = (dropped: string): string =>
      hunk
        .split('\n')
        .filter((line) => !line.startsWith(dropped))
        .map((line) => line.slice(1))
        .join('\n')
    if (before.split(side('+')).length !== 2) throw new Error(`not there once: ${side('+')}`)
    return before.replace(side('+'), () => side('-'))
  }, text)
}

const IN_FORCE_WITHIN_MS = 180_000

/** As long as a reader would wait for the heights to pass. */
async function untilVersion2(url: string): Promise<void> {
  const client = createClient({ url })
  const endMs = Date.now() + IN_FORCE_WITHIN_MS
  while (Date.now() < endMs) {
    const { modules } = await client.call('chain_getParams')
    if (modules.some(({ name, version }) => name === 'loyalty' && version === 2)) return
    await sleep(500)
  }
  throw new Error('version 2 did not come into force')
}

const FILE = /^$/
const EXPECTED: readonly RegExp[] = [
  /has the module loyalty[\s\S]*loyalty version 1 is a module[\s\S]*hash +0x[0-9a-f]{64}[\s\S]*nothing was found in it/,
  /pass 4[\s\S]*fail 0/,
  /first block final/,
  /"reason": "welcome"[\s\S]*"reason": "welcome"[\s\S]*loyalty\.granted +from=bank-a points=7 reason=welcome to=nanhai[\s\S]*"points": 7/,
  /^success: nanhai has 17 points\n$/,
  /loyalty\.account is present[\s\S]*the state proof holds[\s\S]*loyalty\.account \{"partyId":"nanhai"\}[\s\S]*\{"points":17\}/,
  /^$/,
  ...[FILE, FILE, FILE, FILE, FILE],
  /pass 5[\s\S]*fail 0[\s\S]*loyalty version 2 is a module[\s\S]*nothing was found in it/,
  /installed +loyalty version 2 \(hash 0x[\s\S]*loyalty version 2 \(hash 0x[0-9a-f]{64}\) is here, and neither in force nor scheduled/,
  /operators have \d+ s to install the module[\s\S]*"scheduled": \[[\s\S]*"name": "loyalty",\s+"version": 2/,
]

test('docs/modules.md: from `module new` to a transaction on four nodes and a typed call', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'hanse-guide-'))
  t.teardown(async () => {
    await run([process.execPath, DEVNET, 'stop', '--data-dir', 'net'], folder)
    await rm(folder, { recursive: true, force: true })
  })
  const sdk = join(folder, 'node_modules/@hanse/sdk')
  await mkdir(dirname(sdk), { recursive: true })
  await symlink(join(ROOT, 'packages/sdk'), sdk)
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const blocks = await blocksOf('docs/modules.md')
  t.equal(blocks.length, EXPECTED.length)
  for (const [index, { language, code }] of blocks.entries()) {
    const typed = asTyped(code, process.execPath)
    if (await applied(folder, typed)) continue
    if (language === 'ts') await writeFile(join(folder, 'first.ts'), typed)
    const words = language === 'ts' ? [process.execPath, 'first.ts'] : ['bash', '-ec', typed]
    const { code: exit, output } = await run(words, folder)
    t.match(output, EXPECTED[index], code)
    t.equal(exit, 0, code)
  }
  await untilVersion2(`http://127.0.0.1:${BASE_PORT}`)
  await t.test('what is refused is told in the module’s words', async (t) => {
    const grant = 'loyalty.grant from=bank-a to=nanhai points=0 reason=nothing'
    const words = `tx build ${grant} --sender demo:bank-a/maker --module loyalty-2 --out no.json`
    const hanse = async (line: string) => await run([process.execPath, MAIN, ...line.split(' ')], folder)
    t.match(await hanse(words), { code: 0 })
    t.match(await hanse('tx sign no.json --key demo:bank-a/maker --module loyalty-2'), { code: 0 })
    t.match(await hanse('tx send no.json --wait'), {
      code: 1,
      output: /nanhai would get no points[\s\S]*\[loyalty\/no-points\]\n {2}Try: Give at least one\./,
    })
    const { hash } = JSON.parse(await readFile(join(folder, 'no.json'), 'utf8')) as { hash: string }
    t.match(await hanse(`tx wait ${hash}`), {
      code: 1,
      output: /a grant of zero points .*\[loyalty\/no-points\]\n {2}Try: Give at least one\./,
    })
  })
  const example = await readFile(join(folder, 'first.ts'), 'utf8')
  await writeFile(join(folder, 'second.ts'), example.replace('points: 10,', 'point: 10,'))
  const options = { target: 'es2023', module: 'nodenext', strict: true, noEmit: true, allowImportingTsExtensions: true, skipLibCheck: true }
  for (const [file, fault] of [
    ['first.ts', undefined],
    ['second.ts', /'point' does not exist/],
  ] as const) {
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...options, lib: ['es2024', 'dom'], types: [] }, files: [file] }),
    )
    const compiled = await run([process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder)
    if (fault === undefined) t.equal(compiled.code, 0, compiled.output)
    else t.match(compiled.output, fault, 'a param that does not exist does not compile')
  }
})
