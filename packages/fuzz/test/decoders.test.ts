import { loadTargets } from '@hanse/fuzz'
import { holdsPromise } from './support/hold-promise.ts'

/** There is a reader for each of some 150 messages. */
const INPUTS = 6_000

for (const target of await loadTargets()) if (target.name === 'decoders') holdsPromise(target, INPUTS)
