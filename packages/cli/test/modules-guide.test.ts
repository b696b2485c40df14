import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { devnetNodes, takenPort } from '@hanse/devnet'
import { test } from 'tap'
import { MAIN } from './support/run-cli.ts'

/** docs/modules.md, from the first line to the last, beside a clone: what a module's author does on the first day. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
const DEVNET = join(ROOT, 'devnet/dist/main.js')
const BASE_PORT = 26_200

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
    .replaceAll('npm run hanse -- ', `${node} ${MAIN} `)
    .replaceAll('npm run devnet -- ', `${node} ${DEVNET} --data-dir net --base-port ${BASE_PORT} `)
    .replaceAll('../loyalty', './loyalty')
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

const EXPECTED: readonly RegExp[] = [
  /has the module loyalty[\s\S]*loyalty version 1 is a module[\s\S]*hash +0x[0-9a-f]{64}[\s\S]*nothing was found in it/,
  /pass 4[\s\S]*fail 0/,
  /first block final/,
  /"reason": "welcome"[\s\S]*"reason": "welcome"[\s\S]*loyalty\.granted +from=bank-a points=7 reason=welcome to=nanhai[\s\S]*"points": 7/,
  /^success: nanhai has 17 points\n$/,
]

test('docs/modules.md: from `module new` to a transaction on four nodes and a typed call', async (t) => {
  t.equal(await takenPort(devnetNodes(4, BASE_PORT)), undefined, 'the port is free')
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
    if (language === 'ts') await writeFile(join(folder, 'first.ts'), typed)
    const words = language === 'ts' ? [process.execPath, 'first.ts'] : ['bash', '-ec', typed]
    const { code: exit, output } = await run(words, folder)
    t.match(output, EXPECTED[index], code)
    t.equal(exit, 0, code)
  }
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
