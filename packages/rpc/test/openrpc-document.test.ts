import { test } from 'tap'
import { METHODS } from '../src/method-registry.ts'
import { startAdmin } from './fake-admin.ts'
import { startHarness } from './harness.ts'
import { documentFaults, type Schema, valueChecker } from './support/openrpc-meta.ts'

interface MethodObject {
  readonly name: string
  readonly params: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[]
  readonly result: { readonly schema: Schema }
  readonly examples: readonly {
    readonly name: string
    readonly params: readonly { name: string; value: unknown }[]
    readonly result: { value: unknown }
  }[]
}

/** The documents of both listeners, as they give them. */
async function documents(): Promise<readonly (readonly [listener: string, document: { readonly methods: readonly MethodObject[] }])[]> {
  const rpc = await startHarness()
  const admin = await startAdmin()
  const both = [
    ['RPC', (await rpc.call('rpc.discover')).result],
    ['admin', (await admin.call('rpc.discover')).result],
  ] as const
  await rpc.server.stop()
  await admin.stop()
  return both
}

test('both documents are OpenRPC, by the meta-schema that the project publishes', async (t) => {
  for (const [listener, document] of await documents()) {
    t.same(documentFaults(document), [], listener)
    t.ok(documentFaults({ ...document, methods: [{ name: 'x', params: 5 }] }).length > 0, 'it would tell')
    t.ok(documentFaults({ ...document, openrpc: 'one' }).length > 0)
    t.ok(documentFaults({ ...document, surprise: 1 }).length > 0)
  }
})

test('every method of both listeners has an example, and each fits its schemas by another validator than ours', async (t) => {
  for (const [listener, document] of await documents()) {
    const faults = valueChecker(document)
    for (const { name, params, result, examples } of document.methods) {
      t.ok(examples.length > 0, `${listener}: ${name} has an example`)
      for (const example of examples) {
        const about = `${listener}: ${name}, ${example.name}`
        t.same(faults(result.schema, example.result.value), [], about)
        for (const param of params) {
          const given = example.params.find((candidate) => candidate.name === param.name)
          if (given === undefined) t.notOk(param.required, `${about}: ${param.name} may be left out`)
          else t.same(faults(param.schema, given.value), [], `${about}: ${param.name}`)
        }
      }
      t.ok(faults(result.schema, Symbol.for('nothing')).length > 0 || name === 'rpc.discover', `${name}: not everything fits`)
    }
  }
})

test('the admin listener’s document has its methods and no other’s', async (t) => {
  const [rpc, admin] = (await documents()).map(([, document]) => document.methods.map(({ name }) => name))
  t.same(
    rpc,
    METHODS.map(({ name }) => name),
  )
  t.same([...(admin ?? [])].sort(), [
    ...['admin_connectPeer', 'admin_createApiKey', 'admin_createBackup', 'admin_createSnapshot', 'admin_disconnectPeer', 'admin_getJob'],
    ...[
      'admin_getLogLevel',
      'admin_listApiKeys',
      'admin_listPeers',
      'admin_listSnapshots',
      'admin_revokeApiKey',
      'admin_setLogLevel',
      'rpc.discover',
    ],
  ])
})
