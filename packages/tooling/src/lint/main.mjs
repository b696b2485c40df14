import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilerPath } from '../setup/build.mjs'
import { checkImports } from './check-imports.mjs'
import { checkLinks } from './check-links.mjs'
import { checkPatterns } from './check-patterns.mjs'
import { readSource } from './read-source.mjs'
import { repositoryFiles } from './repository-files.mjs'

const FIX = process.argv.includes('--fix')
const root = fileURLToPath(new URL('../../../../', import.meta.url))
const files = repositoryFiles(root)
const sources = files.filter((path) => /\.(?:ts|mjs)$/.test(path)).map((path) => readSource(root, path))
/** The tooling stands outside of the rings: it runs the project and is no part of it. */
const ringed = sources.filter(({ path }) => /^(?:packages|devnet)\//.test(path) && !path.startsWith('packages/tooling/'))

const BIOME = ['--error-on-warnings', '--max-diagnostics=200', ...(FIX ? ['--write'] : [])]

/** Each gives the faults it found, in words; all run, so that one look shows everything. */
const CHECKS = [
  { name: 'format and rules', run: () => runBinary('@biomejs/biome/bin/biome', ['check', ...BIOME]) },
  { name: 'types', run: () => compile(['-b']) },
  { name: 'types in tests', run: () => compile(['-p', 'tsconfig.test.json']) },
  { name: 'rings and modules', run: () => ringed.flatMap((source) => checkImports(root, source)).join('\n') },
  { name: 'regular expressions', run: () => sources.flatMap(checkPatterns).join('\n') },
  {
    name: 'links in the docs',
    run: () =>
      markdown()
        .flatMap((path) => checkLinks(root, path))
        .join('\n'),
  },
  { name: 'unused code', run: () => runBinary('knip/bin/knip.js', ['--no-progress', '--no-config-hints']) },
]

function markdown() {
  return files.filter((path) => path.endsWith('.md'))
}

async function compile(parameters) {
  return run(await compilerPath(root), parameters)
}

function runBinary(script, parameters) {
  return run(process.execPath, [join(root, 'node_modules', script), ...parameters])
}

function run(command, parameters) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd: root, encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}`.trim() || `exit ${status}`
}

let failed = 0
for (const check of CHECKS) {
  const startedAtMs = performance.now()
  const faults = await check.run()
  const duration = `${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`
  process.stdout.write(faults === '' ? ` ✔ ${check.name}  ${duration}\n` : ` ✖ ${check.name}  ${duration}\n\n${faults}\n\n`)
  if (faults !== '') failed += 1
}
if (failed > 0)
  process.stdout.write(
    `${failed} of ${CHECKS.length} checks failed\nTry: npm run lint -- --fix mends format, imports and what else is safe\n`,
  )
process.exitCode = failed === 0 ? 0 : 1
