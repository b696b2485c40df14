import { join } from 'node:path'

/** What starts a node: few files, made of many by `npm run build`. Its only argument is the node's home. */
export const NODE_PROGRAM = join(import.meta.dirname, '../bundle/main.js')
/** The same in its many files: for a profile, which tells functions apart by the files that they stand in. */
export const NODE_PROGRAM_UNBUNDLED = join(import.meta.dirname, '../dist/main.js')

/**
 * What to start Node with for a node; setting them later has no effect. V8 sizes its young generation by the machine's memory, and lets
 * the old one grow to several times what lives in it. A collection when 40 % have been added keeps a node to 320 MB where it would have 540
 * (`npm run bench -- transfer --rate max`). Semi-spaces of 8 MB would save 30 MB and cost up to a tenth more processor time a transaction, because
 * what waits for a block outlives several collections of the young; 32 MB would cost another 60 MB, and what a node may need under attack is
 * promised (docs/security.md). No object has a `__proto__` to be reached by: what slips past the JSON reader finds nothing
 * there.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=16', '--heap-growing-percent=40', '--disable-proto=delete']
