import { join } from 'node:path'

/** What starts a node: few files, made of many by `npm run build`. Its only argument is the node's home. */
export const NODE_PROGRAM = join(import.meta.dirname, '../bundle/main.js')
/** The same in its many files: for a profile, which tells functions apart by the files that they stand in. */
export const NODE_PROGRAM_UNBUNDLED = join(import.meta.dirname, '../dist/main.js')

/**
 * What to start Node with for a node; setting them later has no effect. V8 sizes its young generation by the machine's memory, and lets
 * the old one grow to several times what lives in it. A collection when as much has been added as lives keeps a node to 340 MB where it
 * would have 540 (`npm run bench -- transfer --rate max`); one at 40 % of it would save 60 MB more, for a seventh of the processor time of
 * a transaction. With semi-spaces of 16 MB attacks make a node need more than the 512 MiB that are promised (`npm run bench -- hostile`).
 * No object has a `__proto__` to be reached by: what slips past the JSON reader finds nothing there.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=100', '--disable-proto=delete']
