import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { PLACES } from '../src/lint/rings.mjs'
import { compilerPath } from '../src/setup/build.mjs'
import { createWorkspace, FIXTURES, REPOSITORY, readJson, type Workspace } from './support/workspace.ts'

const PURE_PACKAGES = Object.keys(PLACES).filter((name) => PLACES[name]?.ring === 'pure')
const HOME = 'packages/state/src'
const fixtures = readdirSync(join(FIXTURES, 'purity')).sort()

interface LintReport {
  readonly diagnostics: readonly { severity: string; category: string; message: string; location: { path: string } }[]
}

/** The fixtures as sources of a pure package, under the repository's own linter and compiler settings. */
function plant(): Workspace {
  const workspace = createWorkspace({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      extends: './tsconfig.pure.json',
      compilerOptions: { composite: false, noEmit: true, tsBuildInfoFile: null },
      include: [HOME],
    }),
  })
  for (const path of ['biome.json', 'tsconfig.base.json', 'tsconfig.pure.json']) workspace.borrow(path)
  workspace.write(
    'packages/tooling/src/lint/pure-ring.grit',
    readFileSync(join(REPOSITORY, 'packages/tooling/src/lint/pure-ring.grit'), 'utf8'),
  )
  for (const name of fixtures) workspace.write(`${HOME}/${name}`, readFileSync(join(FIXTURES, 'purity', name), 'utf8'))
  for (const name of [...PURE_PACKAGES, 'node'])
    workspace.write(`packages/${name}/src/canary.ts`, 'export const nowMs = (): number => Date.now()\n')
  return workspace
}

function lint({ root }: Workspace): Map<string, string[]> {
  const biome = join(REPOSITORY, 'node_modules/@biomejs/biome/bin/biome')
  const parameters = [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.']
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: root, encoding: 'utf8' })
  const report = JSON.parse(stdout) as LintReport
  const errors = report.diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  return groupByFile(errors.map(({ category, message, location }) => [location.path, `${category} ${message}`]))
}

async function compile({ root }: Workspace): Promise<Map<string, string[]>> {
  const { stdout } = spawnSync(await compilerPath(REPOSITORY), ['-p', 'tsconfig.json', '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  })
  const errors = [...stdout.matchAll(/^(\S+)\(\d+,\d+\): (error .*)$/gm)]
  return groupByFile(errors.map(([, path = '', message = '']) => [path, message]))
}

function groupByFile(found: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [path, message] of found) groups.set(path, [...(groups.get(path) ?? []), message])
  return groups
}

/** `// linter: TEXT` and `// compiler: TEXT` at a fixture's head say who refuses it and with which words. */
function expectation(name: string, who: string): string | undefined {
  const text = readFileSync(join(FIXTURES, 'purity', name), 'utf8')
  return new RegExp(`^// ${who}: (.*)$`, 'm').exec(text)?.[1]
}

test('the pure ring refuses each planted violation', async (t) => {
  const workspace = plant()
  t.teardown(() => workspace.remove())
  const refusals = { linter: lint(workspace), compiler: await compile(workspace) }

  for (const name of fixtures.filter((fixture) => fixture !== 'clean.ts')) {
    t.test(name, (t) => {
      const expected = Object.keys(refusals).filter((who) => expectation(name, who) !== undefined)
      t.ok(expected.length > 0, 'the fixture says who refuses it')
      for (const [who, found] of Object.entries(refusals)) {
        const words = expectation(name, who)
        const messages = found.get(`${HOME}/${name}`) ?? []
        if (words !== undefined)
          t.ok(
            messages.some((message) => message.includes(words)),
            `the ${who} says: ${words}`,
            { messages },
          )
        else if (who === 'compiler') t.same(messages, [], 'the compiler, which is not expected to, says nothing')
      }
      t.end()
    })
  }

  t.test('what keeps the rules passes both', (t) => {
    t.equal(refusals.linter.get(`${HOME}/clean.ts`), undefined)
    t.equal(refusals.compiler.get(`${HOME}/clean.ts`), undefined)
    t.end()
  })

  t.test('in every package of the ring, and only there', (t) => {
    for (const name of PURE_PACKAGES) t.match(refusals.linter.get(`packages/${name}/src/canary.ts`), [/variable Date/], name)
    t.equal(refusals.linter.get('packages/node/src/canary.ts'), undefined, 'a clock is no sin in an adapter')
    t.end()
  })
})

test("every package of the pure ring compiles without the host's types", (t) => {
  t.match(readJson(join(REPOSITORY, 'tsconfig.pure.json')), { compilerOptions: { lib: ['es2023'], types: [] } })
  for (const name of PURE_PACKAGES) {
    const config = readJson(join(REPOSITORY, 'packages', name, 'tsconfig.json')) as { extends: string; compilerOptions: object }
    t.equal(config.extends, '../../tsconfig.pure.json', name)
    for (const option of ['lib', 'types']) t.notOk(option in config.compilerOptions, `${name} does not widen '${option}'`)
  }
  t.end()
})
