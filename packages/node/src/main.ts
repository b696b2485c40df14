import { useCompileCache } from './compile-cache.ts'

/** `node main.js HOME`: what the devnet and a service manager start. `hanse node run` does the same and asks for passwords. */
const [home] = process.argv.slice(2)
if (home === undefined) {
  process.stderr.write('usage: main.js HOME\n')
  process.exit(2)
}
useCompileCache(home)
const { runNode } = await import('./run.ts')
process.exit(await runNode(home, async () => undefined))
