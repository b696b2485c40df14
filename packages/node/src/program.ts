import { join } from 'node:path'

/** What starts a node: few files, made of many by `npm run build`. Its only argument is the node's home. */
export const NODE_PROGRAM = join(import.meta.dirname, '../bundle/main.js')
/** The same in its many files: for a profile, which tells functions apart by the files that they stand in. */
export const NODE_PROGRAM_UNBUNDLED = join(import.meta.dirname, '../dist/main.js')

/**
 * What to start Node with for a node; setting them later has no effect. V8 sizes its young generation by the machine's memory, and lets
 * the old one grow to several times what lives in it. A collection when 40 % have been added keeps a node to 290 MB where it would have 540
 * (`npm run bench -- transfer --rate max`). Semi-spaces of 16 or 32 MB would save up to a sixth of the processor time of a transaction, because what
 * waits for a block outlives several collections of the young; but 512 MiB under any attack are promised, and with 16 MB one of them needs more
 * (`npm run bench -- hostile`). No object has a `__proto__` to be reached by: what slips past the JSON reader finds nothing
 * there.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=40', '--disable-proto=delete']
