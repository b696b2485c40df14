import { writeFileSync } from 'node:fs'
import { test } from 'tap'
import { EXAMPLES } from '../generated/examples.js'
import { recordAdminExamples, recordExamples } from './example-calls.ts'
import { startHarness } from './harness.ts'
import { schemaFaults } from './json-schema.ts'

const NAMES = [
  'rpc.discover',
  'node_info',
  'node_status',
  'chain_getGenesis',
  'chain_getHeight',
  'chain_getBlock',
  'chain_getHeader',
  'chain_getCertificate',
  'chain_listBlocks',
  'chain_getParams',
  'tx_prepare',
  'tx_simulate',
  'tx_send',
  'tx_sendAndWait',
  'tx_get',
  'tx_getReceipt',
  'tx_waitForReceipt',
  'tx_getProof',
  'tx_list',
  'pool_status',
  'pool_list',
  'state_query',
  'state_getProof',
  'event_list',
  'sub_subscribe',
  'sub_unsubscribe',
  'consensus_getStanding',
  'consensus_getState',
  'consensus_getValidators',
  'consensus_listEpochs',
  'consensus_getSignerStats',
  'consensus_getEvidence',
  'consensus_getStatements',
  'gov_listProposals',
  'gov_getProposal',
  'member_list',
  'member_get',
  'net_peers',
  'net_info',
]

if (process.env.HANSE_RECORD === '1') {
  const texts = [await recordExamples(), await recordAdminExamples()].map((examples) => JSON.stringify(examples, null, 2))
  const [node, admin] = texts
  const source = `// Made by test/openrpc.test.ts.\nexport const EXAMPLES = ${node}\nexport const ADMIN_EXAMPLES = ${admin}\n`
  writeFileSync(new URL('../generated/examples.js', import.meta.url), source)
}

test('the document is an OpenRPC 1.3 document of this listener', async (t) => {
  const { call, get, rpcPort, server } = await startHarness()
  const document = (await call('rpc.discover')).result
  t.same(JSON.parse((await get('/openrpc.json')).text), document, 'GET /openrpc.json gives the same')
  t.match(document, {
    openrpc: /^1\.3\.\d+$/,
    info: { title: String, version: '0.1.0' },
    servers: [{ name: String, url: `http://127.0.0.1:${rpcPort}/` }],
  })
  t.same(
    Object.keys(document).filter(
      (member) => !['openrpc', 'info', 'servers', 'methods', 'components'].includes(member) && !member.startsWith('x-'),
    ),
    [],
  )
  t.same(document.methods.map((method: { name: string }) => method.name).sort(), [...NAMES].sort())
  for (const method of document.methods) {
    t.ok(method.summary.length > 10 && !method.summary.endsWith('.'), `${method.name} has a summary`)
    t.equal(method.paramStructure, 'either')
    t.same(
      Object.keys(method).filter(
        (member) =>
          !['name', 'summary', 'description', 'tags', 'paramStructure', 'params', 'result', 'errors', 'examples'].includes(member),
      ),
      [],
    )
    const names = method.params.map((param: { name: string }) => param.name)
    t.equal(new Set(names).size, names.length, 'params have unique names')
    for (const descriptor of [...method.params, method.result]) {
      t.type(descriptor.name, 'string')
      t.type(descriptor.schema, 'object')
    }
    const required = method.params.map((param: { required: boolean }) => param.required)
    t.same(
      required,
      [...required].sort((left, right) => Number(right) - Number(left)),
      `${method.name}: required params come first`,
    )
    const numbers = method.errors.map((error: { code: number }) => error.code)
    t.equal(new Set(numbers).size, numbers.length, 'error numbers are unique in a method')
    for (const error of method.errors) {
      t.ok(Number.isInteger(error.code))
      t.type(error.message, 'string')
    }
    t.ok(method.examples.length > 0, `${method.name} has an example`)
  }
  await server.stop()
})

test('every example fits the schemas and is what the server answers', async (t) => {
  const { call, server } = await startHarness()
  const document = (await call('rpc.discover')).result
  await server.stop()
  for (const method of document.methods) {
    for (const example of method.examples) {
      for (const { name, value } of example.params) {
        const param = method.params.find((candidate: { name: string }) => candidate.name === name)
        t.same(schemaFaults(param.schema, value, document), [], `${method.name}, ${example.name}: ${name}`)
      }
      t.same(schemaFaults(method.result.schema, example.result.value, document), [], `${method.name}, ${example.name}: the result`)
    }
  }
  t.same(await recordExamples(), EXAMPLES, 'recorded anew; with HANSE_RECORD=1 this test writes them down')
})

test('every reference leads somewhere, and modules are described', async (t) => {
  const { call, server } = await startHarness()
  const document = (await call('rpc.discover')).result
  await server.stop()
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] as string)
  t.ok(references.length > 10)
  for (const name of references) t.type(document.components.schemas[name], 'object', name)
  t.match(document['x-modules'], [
    {
      ...{
        name: 'notes',
        version: 1,
        commands: [{ name: 'set', params: { type: 'object' } }],
        queries: [{ name: 'count' }, { name: 'note' }],
      },
      rejections: [{ code: 'notes/forbidden', meaning: 'nobody may write under this key', hint: 'Choose another key.', reason: 'RR04' }],
      events: [{ type: 'set', summary: String, attributes: { type: 'object' } }, { type: 'tick' }],
    },
  ])
  t.same(
    document['x-notifications'].map((notification: { name: string }) => notification.name),
    ['sub_notification', 'sub_closed'],
  )
})
