import { join } from 'node:path'

/** What starts a node: few files, made of many by `npm run build`. Its only argument is the node's home. */
export const NODE_PROGRAM = join(import.meta.dirname, '../bundle/main.js')
/** The same in its many files: for a profile, which tells functions apart by the files that they stand in. */
export const NODE_PROGRAM_UNBUNDLED = join(import.meta.dirname, '../dist/main.js')

/**
 * What to start Node with for a node; setting them later has no effect, but for the share of what lives that may gather on the heap: it is
 * that of the start alone, see `heap-room.ts`. V8 sizes its young generation by the machine's memory; with semi-spaces of 16 MB one of the attacks
 * makes a node need the 512 MiB that are promised (`npm run bench -- hostile`).
 * No object has a `__proto__` to be reached by: what slips past the JSON reader finds nothing there.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=70', '--disable-proto=delete']
