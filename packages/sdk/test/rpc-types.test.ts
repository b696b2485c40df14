import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Json } from '@hanse/protocol'
import { createClient } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { serve } from '../../node/test/support/solo-node.ts'
import { ROOT } from './support/page-session.ts'

/** Inside the package, so that the programs find it by its name; nothing of it is kept. */
const SCRATCH = fileURLToPath(new URL('../dist/types/', import.meta.url))
/** Subscriptions are `client.subscribe`; the admin’s methods have a listener of their own. */
const WITHOUT_TYPES = /^(?:sub|admin)_/

/** The types as JSON has them: without brands, and writable by hand. */
const LOOSE = `import type { Json } from '@hanse/protocol'
import type { ParamsOf, ResultOf, RpcMethodName } from '@hanse/sdk'
type Loose<T> = [Json] extends [T] ? Json : T extends \`0x\${string}\` ? \`0x\${string}\` : T extends bigint ? string
  : T extends Uint8Array ? \`0x\${string}\` : T extends string | boolean | null | undefined ? T : T extends number ? number
  : T extends readonly (infer I)[] ? readonly Loose<I>[] : { readonly [K in keyof T]: Loose<T[K]> }
`

interface Described {
  readonly name: string
  readonly examples?: readonly {
    readonly params: readonly { readonly name: string; readonly value: Json }[]
    readonly result: { readonly value: Json }
  }[]
}

async function describedMethods(t: Test): Promise<readonly Described[]> {
  const { url, stop } = await serve()
  t.teardown(stop)
  const document = (await createClient({ url }).callRaw('rpc.discover')) as unknown as { readonly methods: readonly Described[] }
  return document.methods.filter(({ name }) => !WITHOUT_TYPES.test(name))
}

test('the types of JSON-RPC are those of the examples that every method is documented with', async (t) => {
  const methods = await describedMethods(t)
  t.ok(methods.length > 20)
  const lines = methods.flatMap(({ name, examples = [] }) => [
    `null as unknown as '${name}' satisfies RpcMethodName`,
    ...examples.flatMap(({ params, result }) => [
      `;(${JSON.stringify(Object.fromEntries(params.map((param) => [param.name, param.value])))}) satisfies Loose<ParamsOf<'${name}'>>`,
      `;(${JSON.stringify(result.value)}) satisfies Loose<ResultOf<'${name}'>>`,
    ]),
  ])
  await mkdir(SCRATCH, { recursive: true })
  const folder = await mkdtemp(SCRATCH)
  t.teardown(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'examples.ts'), `${LOOSE}\n${lines.join('\n')}\n`)
  const compilerOptions = { noEmit: true, composite: false, tsBuildInfoFile: null }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ extends: `${ROOT}/tsconfig.base.json`, compilerOptions, include: ['.'] }))
  const { default: compilerPath } = (await import(join(ROOT, 'node_modules/typescript/lib/getExePath.js'))) as { default: () => string }
  const { status, stdout } = spawnSync(compilerPath(), ['-p', folder], { encoding: 'utf8' })
  t.equal(status, 0, stdout)
})
