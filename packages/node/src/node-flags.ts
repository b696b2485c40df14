/**
 * What to start Node with for a node; setting them later has no effect. V8 sizes its young generation by the machine's memory, and lets
 * the old one grow to several times what lives in it. With small semi-spaces, and a collection when 40 % have been added, a node that
 * commits hundreds of transactions a second keeps to 180 MB instead of 260 to 300, for a twentieth more processor time and the same time
 * to final (`npm run bench -- steady`). No object has a `__proto__` to be reached by: what slips past the JSON reader finds
 * nothing there.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=40', '--disable-proto=delete']
