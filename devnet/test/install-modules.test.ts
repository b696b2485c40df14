import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readNodeConfig } from '@hanse/node'
import { test } from 'tap'
import { createDevnet } from '../src/create-devnet.ts'
import { installModules, newFolders } from '../src/install-modules.ts'
import { findDevnet, nodeHome } from '../src/layout.ts'
import { temporaryFolder } from './support/test-network.ts'

const LOYALTY = fileURLToPath(new URL('../../packages/cli/skeleton', import.meta.url))

test('a network that exists takes modules: into every configuration, and into what it knows of itself', { timeout: 60_000 }, async (t) => {
  const directory = join(await temporaryFolder(t), 'net')
  const made = await createDevnet({ directory, basePort: 23_400, validators: 4, demo: false })
  if (!made.ok) throw new Error(made.error.message)
  const missing = join(directory, 'nowhere')
  t.match(await installModules(made.value, [LOYALTY, missing]), { ok: false, error: { code: 'module/not-found' } })
  t.same(newFolders(made.value, [LOYALTY]), [LOYALTY], 'nothing was changed')
  t.match(await installModules(made.value, [LOYALTY]), { ok: true, value: { modules: [/^loyalty version 1 \(hash 0x[0-9a-f]{64}\)$/] } })
  const found = await findDevnet(directory)
  if (!found.ok || found.value === undefined) return t.fail('the network is gone')
  t.same(newFolders(found.value, [LOYALTY, missing]), [missing])
  for (const { name } of found.value.nodes) {
    const file = join(nodeHome(found.value, name), 'config.toml')
    t.match(await readNodeConfig(file), { ok: true, value: { modules: [LOYALTY], organization: name } })
    t.equal((await readFile(file, 'utf8')).split('modules = ').length, 2)
  }
  return t.end()
})
