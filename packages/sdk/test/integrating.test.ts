import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Test, test } from 'tap'
import { startTestNetwork } from '../../../devnet/test/support/test-network.ts'
import { type Block, blocksOf, patternOf } from './support/markdown.ts'
import { PageSession, type Printed, provideCurl, ROOT } from './support/page-session.ts'
import { pythonSkip } from './support/python.ts'

const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8')
const withoutPython = pythonSkip()
const { default: compilerPath } = (await import(join(ROOT, 'node_modules/typescript/lib/getExePath.js'))) as { default: () => string }

async function start(t: Test): Promise<PageSession> {
  const devnet = await startTestNetwork(t)
  const folder = await mkdtemp(join(tmpdir(), 'hanse-page-'))
  t.teardown(() => rm(folder, { recursive: true }))
  if (spawnSync('curl', ['--version']).error !== undefined) await provideCurl(folder)
  return new PageSession({ folder, devnet: { directory: devnet.directory, basePort: devnet.nodes[0]?.rpcPort ?? 0 } })
}

function checkPrinted(t: Test, { code, stdout, stderr }: Printed, expected: string | undefined): void {
  t.equal(code, 0, stderr)
  if (expected !== undefined) t.match(stdout.trim(), patternOf(expected), stderr)
}

/** How a block of each language is run; one in any other fails. */
const RUN: Readonly<Record<string, (t: Test, session: PageSession, block: Block) => Promise<void>>> = {
  sh: async (t, session, block) => checkPrinted(t, await session.shell(block), block.expected),
  ts: async (t, session, block) => checkPrinted(t, await session.typescript(block), block.expected),
  json: async (t, session, block) => {
    t.same(await session.transcript(block), [], 'lines that never came')
  },
}

test('every block of docs/integrating.md, and of README, in order', { skip: process.platform === 'win32', timeout: 240_000 }, async (t) => {
  const blocks = [...blocksOf(await read('docs/integrating.md')), ...blocksOf(await read('packages/sdk/README.md'))]
  t.ok(blocks.length >= 14, `${blocks.length} blocks`)
  const session = await start(t)
  for (const block of blocks) {
    const skip = block.code.includes('python3') ? withoutPython : false
    await t.test(block.place, { skip }, async (t) => {
      const run = Object.hasOwn(RUN, block.language) ? RUN[block.language] : undefined
      if (run === undefined) t.fail(`nothing here can run ${block.language === '' ? 'a block without a language' : block.language}`)
      else await run(t, session, block)
    })
  }
  await t.test('the types of all programs hold', async (t) => {
    const programs = blocks.filter(({ language }) => language === 'ts')
    const { code, stdout } = await session.compile(programs, compilerPath())
    t.equal(code, 0, stdout)
  })
})

test('a page that lies is found out', (t) => {
  const page = ['# Page', '```sh', 'echo 1', '```', '```text', '1', '```', '## More', '```yaml', 'a: 1', '```', '```', 'x', '```'].join(
    '\n',
  )
  t.match(blocksOf(page), [
    { language: 'sh', code: 'echo 1\n', expected: '1\n', place: 'Page, sh: echo 1' },
    { language: 'yaml', place: 'More, yaml: a: 1' },
    { language: '', place: 'More, no language: x' },
  ])
  t.throws(() => blocksOf('```text\n1\n```'), /nothing prints this/)
  t.throws(() => blocksOf('```sh\necho\n```\n```text\n1\n```\n```text\n2\n```'), /nothing prints this/)
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['height …', 'height 5', true],
    ['height …', 'depth 5', false],
    ['{"a":…,"b":2}', '{"a":{"c":1},"b":2}', true],
    ['{"a":…,"b":2}', '{"a":{"c":1},"b":3}', false],
    ['nanhai holds 12345', 'nanhai holds 123456', false],
  ]
  for (const [shown, printed, matches] of rows) t.equal(patternOf(shown).test(printed), matches, `${shown} · ${printed}`)
  t.end()
})
