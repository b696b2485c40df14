import { Corpus } from './corpus.ts'
import { type FuzzResult, fuzz } from './fuzz.ts'
import { CORPUS_FOLDER, KEPT_FOLDER, loadTargets } from './load-targets.ts'
import { type Options, parseOptions, USAGE, UsageError } from './options.ts'
import type { FuzzTarget } from './target.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

function linesOf({ target, inputs, accepted, durationMs, outcomes, labels, findings }: FuzzResult, paths: readonly string[]): string {
  const perSecond = Math.round((inputs * 1_000) / Math.max(1, durationMs))
  const head = `${target.padEnd(20)} ${inputs} inputs, ${perSecond} a second; ${labels} readers; ${accepted} taken, ${outcomes} kinds of results`
  return [head, ...findings.map(({ error }, index) => `  FOUND ${error}\n    ${paths[index]}`)].join('\n')
}

async function runTarget(target: FuzzTarget, { seconds, seed, json }: Options): Promise<FuzzResult> {
  const corpus = new Corpus(CORPUS_FOLDER)
  const kept = new Corpus(KEPT_FOLDER)
  const result = await fuzz(target, { seed, seconds, more: [...corpus.read(target), ...kept.read(target)] })
  for (const input of result.kept) kept.keep(target, input)
  const paths = result.findings.map(({ input }) => corpus.keep(target, input))
  if (!json) console.log(linesOf(result, paths))
  return result
}

async function main(options: Options): Promise<number> {
  const targets = await loadTargets()
  if (options.target === 'list') {
    for (const { name, promise } of targets) console.log(`${name.padEnd(20)} ${promise}`)
    return 0
  }
  const chosen = options.target === 'all' ? targets : targets.filter(({ name }) => name === options.target)
  if (chosen.length === 0) throw new UsageError(`there is no target ${options.target}: ${targets.map(({ name }) => name).join(', ')}`)
  const results: FuzzResult[] = []
  for (const target of chosen) results.push(await runTarget(target, options))
  if (options.json) console.log(JSON.stringify(results.map(({ kept, ...result }) => ({ ...result, kept: kept.length }))))
  return results.some(({ findings }) => findings.length > 0) ? EXIT_FAILED : 0
}

try {
  process.exitCode = await main(parseOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`${error.message}\nTry: ${USAGE}`)
  process.exitCode = EXIT_USAGE
}
