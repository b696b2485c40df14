import type { Json } from '@hanse/protocol'
import fc from 'fast-check'
import { type Test, test } from 'tap'
import { EXAMPLES } from '../../generated/examples.js'
import type { Method } from '../../src/method.ts'
import { METHODS } from '../../src/method-registry.ts'
import { FakeNode, signedTransaction } from '../fake-node.ts'
import { type Answer, type Client, type Harness, startHarness } from '../harness.ts'
import { faultOf, isExpected } from './judge.ts'
import { HOSTILE_VALUES, spoiled, valuesOf } from './schema-values.ts'

const LIMITS = { loopbackCallsPerSecond: 1e9, loopbackCallsBurst: 1e9, connectionsMax: 1e6 }
const RUNS_PER_METHOD = 60
const ASKED_AT_ONCE = 8
const SLOW_MACHINE = { timeout: 240_000 }

interface Victim {
  readonly harness: Harness
  readonly client: Client
}

/** A server over real sockets, with a chain of three blocks behind it. Nothing that it is asked may leave a line in its log. */
async function startVictim(t: Test): Promise<Victim> {
  const node = new FakeNode()
  for (const key of ['a', 'forbidden', 'b']) {
    await node.api.submit(signedTransaction([{ key, value: '1' }]))
    node.seal()
  }
  node.autoSeal = true
  const harness = await startHarness({ limits: LIMITS }, node)
  t.teardown(() => harness.server.stop())
  return { harness, client: await harness.connect() }
}

function isUnharmed(t: Test, { harness }: Victim): void {
  t.same(harness.logged, [], 'nothing went wrong inside')
}

/** Params that the method takes, and that make it wait for nothing. */
function honest({ harness }: Victim, { name, params }: Method): Readonly<Record<string, Json>> {
  const given: Record<string, Json> = { ...EXAMPLES[name]?.[0]?.params }
  for (const param of params) {
    if (param.name === 'timeoutMs') given['timeoutMs'] = 0
    if (param.name === 'hash') given['hash'] = harness.node.blocks[1]?.transactions[0]?.id ?? ''
  }
  return given
}

function positional({ params }: Method, named: Readonly<Record<string, Json>>): Json {
  return params.map(({ name }) => named[name] ?? null)
}

async function timed(answer: () => Promise<Answer>): Promise<readonly [Answer, number]> {
  const startMs = performance.now()
  return [await answer(), performance.now() - startMs]
}

/** Sends params as they stand, over HTTP and over WebSocket. */
async function ask(
  { harness, client }: Victim,
  method: Method,
  paramsText: string,
  id: string,
): Promise<readonly (readonly [Answer, number])[]> {
  const body = `{"jsonrpc":"2.0","id":"${id}","method":"${method.name}","params":${paramsText}}`
  return await Promise.all([
    timed(async () => JSON.parse((await harness.post(body)).text) as Answer),
    timed(async () => {
      client.socket.send(body)
      return (await client.until((message) => message.id === id)) as Answer
    }),
  ])
}

/** One call after the other: what was too deep to be read is answered without its id. */
async function callOrRefusal({ client }: Victim, { name }: Method, params: Json): Promise<Answer> {
  client.socket.send(JSON.stringify({ jsonrpc: '2.0', id: 'own', method: name, params }))
  return (await client.until(({ id }) => id === 'own' || id === null)) as Answer
}

async function askRows(
  t: Test,
  victim: Victim,
  rowsOf: (method: Method) => readonly (readonly [about: string, paramsText: string])[],
): Promise<void> {
  let asked = 0
  for (const method of METHODS) {
    const rows = rowsOf(method)
    for (let start = 0; start < rows.length; start += ASKED_AT_ONCE) {
      const some = rows.slice(start, start + ASKED_AT_ONCE)
      const answers = await Promise.all(some.map(([, text], index) => ask(victim, method, text, `${method.name} ${start + index}`)))
      victim.client.received.length = 0
      for (const [index, pair] of answers.entries())
        for (const [answer, elapsedMs] of pair) isExpected(t, method, some[index]?.[0] ?? '', answer, elapsedMs)
      asked += some.length
    }
  }
  t.ok(asked >= METHODS.length, `${asked} calls of ${METHODS.length} methods, each over HTTP and WebSocket`)
  isUnharmed(t, victim)
}

test('every method: values of every wrong type in every param, by name and by position', SLOW_MACHINE, async (t) => {
  const victim = await startVictim(t)
  await askRows(t, victim, (method) =>
    method.params.flatMap(({ name }) =>
      HOSTILE_VALUES.flatMap((value) => {
        const given = { ...honest(victim, method), [name]: value }
        const about = `${name} = ${JSON.stringify(value).slice(0, 40)}`
        return [
          [about, JSON.stringify(given)],
          [`${about}, by position`, JSON.stringify(positional(method, given))],
        ] as const
      }),
    ),
  )
})

test('every method: params that are missing, too many, of another name, or no params at all', SLOW_MACHINE, async (t) => {
  const victim = await startVictim(t)
  await askRows(t, victim, (method) => {
    const given = honest(victim, method)
    return [
      ['none', '{}'],
      ['an empty list', '[]'],
      ['null', 'null'],
      ['another name', JSON.stringify({ ...given, surprise: 1 })],
      ['one too many', JSON.stringify([...method.params.map(() => null), 1])],
      ['a thousand too many', JSON.stringify(Array.from({ length: 1_000 }, () => null))],
      ...method.params.map(({ name }) => {
        const { [name]: _, ...others } = given
        return [`without ${name}`, JSON.stringify(others)] as const
      }),
    ]
  })
  for (const method of METHODS) {
    const [required] = method.params.filter((param) => param.required)
    if (required === undefined) continue
    for (const [answer] of await ask(victim, method, '{}', `missing ${method.name}`))
      t.match(answer, { error: { code: -32602, data: { code: 'rpc/bad-params', path: required.name } } }, method.name)
  }
})

test(
  'every method: duplicate members, __proto__, lone surrogates, numbers beyond 2^53, depth, each with the place where it stands',
  SLOW_MACHINE,
  async (t) => {
    const victim = await startVictim(t)
    const rows: readonly (readonly [value: string, code: string, number: number, path: (name: string) => string | undefined])[] = [
      ['1,"NAME":1', 'json/duplicate-member', -32602, (name) => name],
      ['{"a":1,"a":1}', 'json/duplicate-member', -32602, (name) => `${name}.a`],
      ['{"__proto__":{"x":1}}', 'json/forbidden-member', -32602, (name) => `${name}.__proto__`],
      ['{"constructor":{"prototype":{"x":1}}}', 'json/forbidden-member', -32602, (name) => `${name}.constructor`],
      ['"\\ud800"', 'json/lone-surrogate', -32602, (name) => name],
      ['{"\\udc00":1}', 'json/lone-surrogate', -32602, () => undefined],
      ['9007199254740993', 'json/number-too-large', -32602, (name) => name],
      ['-9007199254740993', 'json/number-too-large', -32602, (name) => name],
      ['1e999', 'json/number-too-large', -32602, (name) => name],
      [`[${'9'.repeat(100_000)}]`, 'json/number-too-large', -32602, (name) => `${name}.0`],
      [`${'['.repeat(40)}${']'.repeat(40)}`, 'json/too-deep', -32700, () => undefined],
      [`${'['.repeat(100_000)}`, 'json/too-deep', -32700, () => undefined],
      ['01', 'json/malformed', -32700, () => undefined],
      ['NaN', 'json/malformed', -32700, () => undefined],
      ['"\u0001"', 'json/malformed', -32700, () => undefined],
    ]
    for (const method of METHODS) {
      const name = method.params[0]?.name ?? 'surprise'
      for (const [value, code, number, path] of rows) {
        const text = `{"${name}":${value.replace('NAME', name)}}`
        const { error } = JSON.parse(
          (await victim.harness.post(`{"jsonrpc":"2.0","id":1,"method":"${method.name}","params":${text}}`)).text,
        ) as Answer
        t.match(error, { code: number, data: { code } }, `${method.name}: ${value.slice(0, 40)}`)
        if (path(name) !== undefined) t.equal(error?.data.path, path(name))
      }
    }
    t.equal(({} as { x?: number }).x, undefined, 'no prototype was touched')
    isUnharmed(t, victim)
  },
)

test('every method: whatever its own schemas lead to, whole and spoiled in one place', SLOW_MACHINE, async (t) => {
  const victim = await startVictim(t)
  for (const method of METHODS) {
    const fields = Object.fromEntries(
      method.params.map(({ name, schema }) => [name, valuesOf(schema as Readonly<Record<string, unknown>>)]),
    )
    const quick = 'timeoutMs' in honest(victim, method) ? { timeoutMs: 0 } : {}
    const given = fc.record(fields, { requiredKeys: [] }).map((params) => ({ ...honest(victim, method), ...params, ...quick }) as Json)
    let asked = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(given, spoiled(given)), async (params) => {
        asked += 1
        const [answer, elapsedMs] = await timed(() => callOrRefusal(victim, method, params))
        victim.client.received.length = 0
        const fault = faultOf(method, answer, elapsedMs)
        // A param that was meant as the whole of the params has no place of its own.
        if (fault !== undefined && typeof params === 'object' && params !== null && !Array.isArray(params)) throw new Error(fault)
        if (answer.error?.code === -32603) throw new Error(fault)
      }),
      { numRuns: RUNS_PER_METHOD },
    )
    t.ok(asked >= RUNS_PER_METHOD, method.name)
  }
  isUnharmed(t, victim)
})
