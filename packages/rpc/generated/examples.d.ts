import type { Example } from '../src/openrpc.ts'

/** By method. Recorded against the node of the tests, which makes real blocks. */
export declare const EXAMPLES: Readonly<Record<string, readonly Example[]>>

/** Those of the admin listener. */
export declare const ADMIN_EXAMPLES: Readonly<Record<string, readonly Example[]>>
