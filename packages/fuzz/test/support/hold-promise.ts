import { CORPUS_FOLDER, Corpus, type FuzzTarget, failureOf, fuzz, LABEL } from '@hanse/fuzz'
import { t as tap, test } from 'tap'

const SEED = 1
const TIMEOUT_MS = 240_000

async function labelsOf(target: FuzzTarget): Promise<{ readonly all: ReadonlySet<string>; readonly taken: ReadonlySet<string> }> {
  const all = new Set<string>()
  const taken = new Set<string>()
  for (const input of await target.seeds()) {
    all.add(input.label)
    if ((await target.check(input)).startsWith('accepted')) taken.add(input.label)
  }
  return { all, taken }
}

/** A test of a target: its seeds are taken, what once broke it holds, and so do `inputs` new inputs. */
export function holdsPromise(target: FuzzTarget, inputs: number): void {
  tap.setTimeout(TIMEOUT_MS)
  test(`${target.name}: what once broke it holds, and so do ${inputs} new inputs`, { timeout: TIMEOUT_MS }, async (t) => {
    const labels = await labelsOf(target)
    t.same(
      [...labels.all].filter((label) => !labels.taken.has(label) || !LABEL.test(label)),
      [],
      'every reader takes a seed of its own',
    )
    for (const input of new Corpus(CORPUS_FOLDER).read(target)) {
      t.equal(await failureOf(target, input), undefined, `${input.label}: ${input.bytes.length} bytes`)
    }
    const result = await fuzz(target, { seed: SEED, inputs })
    for (const { input, error } of result.findings) t.fail(`${input.label}: ${error}: ${Buffer.from(input.bytes).toString('hex')}`)
    t.ok(result.inputs >= inputs)
  })
}
