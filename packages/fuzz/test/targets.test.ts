import { loadTargets } from '@hanse/fuzz'
import { test } from 'tap'
import { holdsPromise } from './support/hold-promise.ts'

/** Inputs of each target. Long runs are `npm run fuzz`. */
const INPUTS = 1_500
const INPUTS_OF: Readonly<Record<string, number>> = { documents: 150, 'node-files': 400 }

const targets = await loadTargets()

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
    'snapshots',
    'transactions',
  ])
    t.ok(names.includes(name), name)
  for (const { promise } of targets) t.ok(promise.length > 40)
  t.end()
})

for (const target of targets) if (target.name !== 'decoders') holdsPromise(target, INPUTS_OF[target.name] ?? INPUTS)
