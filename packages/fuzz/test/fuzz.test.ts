import { CORPUS_FOLDER, Corpus, type FuzzTarget, failureOf, fuzz, LABEL, loadTargets } from '@hanse/fuzz'
import { test } from 'tap'

/** Inputs of each target, and of the one with a reader for each message. Long runs are `npm run fuzz`. */
const INPUTS = 1_500
const INPUTS_OF: Readonly<Record<string, number>> = { decoders: 4_000, documents: 150, 'node-files': 400 }
const SEED = 1
const TIMEOUT_MS = 240_000

const targets = await loadTargets()
const corpus = new Corpus(CORPUS_FOLDER)

async function labelsOf(target: FuzzTarget): Promise<{ readonly all: ReadonlySet<string>; readonly taken: ReadonlySet<string> }> {
  const all = new Set<string>()
  const taken = new Set<string>()
  for (const input of await target.seeds()) {
    all.add(input.label)
    if ((await target.check(input)).startsWith('accepted')) taken.add(input.label)
  }
  return { all, taken }
}

test('there is a target for everything that reads what others wrote', (t) => {
  const names = targets.map(({ name }) => name)
  for (const name of [
    'consensus-messages',
    'decoders',
    'documents',
    'gate',
    'genesis',
    'guard',
    'key-files',
    'log',
    'node-files',
    'p2p-frames',
    'p2p-identities',
    'rpc-bodies',
    'transactions',
  ])
    t.ok(names.includes(name), name)
  for (const { promise } of targets) t.ok(promise.length > 40)
  t.end()
})

for (const target of targets) {
  test(`${target.name}: what once broke it holds, and so do some new inputs`, { timeout: TIMEOUT_MS }, async (t) => {
    const labels = await labelsOf(target)
    t.same(
      [...labels.all].filter((label) => !labels.taken.has(label) || !LABEL.test(label)),
      [],
      'every reader takes a seed of its own',
    )
    for (const input of corpus.read(target))
      t.equal(await failureOf(target, input), undefined, `${input.label}: ${input.bytes.length} bytes`)
    const { findings, inputs } = await fuzz(target, { seed: SEED, inputs: INPUTS_OF[target.name] ?? INPUTS })
    for (const { input, error } of findings) t.fail(`${input.label}: ${error}: ${Buffer.from(input.bytes).toString('hex')}`)
    t.ok(inputs >= (INPUTS_OF[target.name] ?? INPUTS))
  })
}
