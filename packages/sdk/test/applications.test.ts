import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MODULE_REJECTIONS, MODULES } from '@hanse/modules'
import { type Test, test } from 'tap'
import { startTestNetwork } from '../../../devnet/test/support/test-network.ts'
import { type Block, blocksOf, patternOf } from './support/markdown.ts'
import { PageSession, provideCurl, ROOT } from './support/page-session.ts'

const FOLDER = join(ROOT, 'docs/applications')
const INDEX = 'README'
/** What all others lean on: their READMEs are their pages. */
const WITHOUT_PAGE: ReadonlySet<string> = new Set(['organizations', 'governance'])
/** Pages that hold each rule against its tests, checked by tooling. */
const PROOFS = /^proof-/
const STANDARDS: Readonly<Record<string, string>> = { iso20022: 'ISO 20022', en16931: 'EN 16931' }
const SECTIONS = ['Life cycle', 'Who may do what', 'Refusals', 'Example', 'What is not protected yet']

const pathOf = (name: string): string => join(FOLDER, `${name}.md`)
const read = (name: string): string => readFileSync(pathOf(name), 'utf8')
const pages = MODULES.map(({ name }) => name).filter((name) => !WITHOUT_PAGE.has(name))

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n')
}

function commandsOf(module: string): string {
  const { commands = {} } = MODULES.find(({ name }) => name === module) ?? {}
  return table(
    ['command', 'who, and what it does'],
    Object.entries(commands).map(([name, { summary }]) => [`\`${name}\``, summary]),
  )
}

function refusalsOf(module: string): string {
  const rows = Object.entries(MODULE_REJECTIONS).filter(([code]) => code.startsWith(`${module}/`))
  return table(
    ['code', 'refused, because', 'what to do', 'standard'],
    rows.map(([code, { meaning, hint, ...standards }]) => {
      const named = Object.entries(standards).map(([standard, reason]) => `${STANDARDS[standard] ?? standard} ${reason}`)
      return [`\`${code}\``, meaning, hint, named.join(', ')]
    }),
  )
}

function filled(page: string, place: string, content: string): string {
  const [begin, end] = [`<!-- begin: ${place} -->\n`, `<!-- end: ${place} -->`]
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`no place for ${place}`)
  return `${page.slice(0, from)}${begin}${content}\n${page.slice(to)}`
}

test('every business module has a page, with all its commands and every code that it refuses with', (t) => {
  const files = readdirSync(FOLDER).map((name) => name.replace(/\.md$/, ''))
  t.same(files.filter((name) => name !== INDEX && !PROOFS.test(name)).sort(), [...pages].sort(), 'docs/applications has a page a module')
  for (const name of pages) {
    t.match(read(INDEX), `[${name}.md](${name}.md)`, 'the index names it')
    const written = read(name)
    const page = filled(filled(written, 'commands', commandsOf(name)), 'refusals', refusalsOf(name))
    if (process.env['HANSE_RECORD'] === '1') writeFileSync(pathOf(name), page)
    else t.equal(page, written, `${name}: with HANSE_RECORD=1 this test writes the tables anew`)
    for (const section of SECTIONS) t.match(page, `\n## ${section}\n`, `${name} has ${section}`)
  }
  t.end()
})

async function start(t: Test): Promise<PageSession> {
  const devnet = await startTestNetwork(t)
  const folder = await mkdtemp(join(tmpdir(), 'hanse-page-'))
  t.teardown(() => rm(folder, { recursive: true }))
  if (spawnSync('curl', ['--version']).error !== undefined) await provideCurl(folder)
  return new PageSession({ folder, devnet: { directory: devnet.directory, basePort: devnet.nodes[0]?.rpcPort ?? 0 } })
}

async function play(t: Test, session: PageSession, block: Block): Promise<void> {
  t.ok(block.language === 'sh' || block.language === 'ts', 'a block is shell or TypeScript')
  const { code, stdout, stderr } = block.language === 'sh' ? await session.shell(block) : await session.typescript(block)
  t.equal(code, 0, stderr)
  if (block.expected !== undefined) t.match(stdout.trim(), patternOf(block.expected), stderr)
}

test('every example of the pages runs, in order', { skip: process.platform === 'win32', timeout: 240_000 }, async (t) => {
  const session = await start(t)
  for (const name of [INDEX, ...pages]) {
    for (const block of blocksOf(read(name))) {
      if (block.language !== 'mermaid') await t.test(`${name}, ${block.place}`, async (t) => await play(t, session, block))
    }
  }
})
