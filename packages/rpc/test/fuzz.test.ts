import fc from 'fast-check'
import { test } from 'tap'
import { EXAMPLES } from '../generated/examples.js'
import { METHODS } from '../src/method-registry.ts'
import { caller, createDispatcher, isAnswer } from './support/fuzzed-dispatcher.ts'

test('bytes of any kind get an answer in form, and never a defect', async (t) => {
  const failures: unknown[] = []
  const dispatcher = await createDispatcher(failures)
  const requests = Object.entries(EXAMPLES).flatMap(([method, examples]) =>
    examples.map(({ params }) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })),
  )
  const mutated = fc
    .tuple(fc.constantFrom(...requests), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat())
    .map(([request, changes, cut]) => {
      const bytes = Buffer.from(request)
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte
      return cut % 5 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes
    })
  const random = fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes))
  const member = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('2.0', 'latest', 'notes', 'tx_get', `0x${'00'.repeat(32)}`, -1, 1.5, 2 ** 60),
  )
  const structured = fc
    .array(
      fc.record(
        {
          jsonrpc: fc.constantFrom('2.0', '2.0', '1'),
          id: member,
          method: fc.constantFrom(...METHODS.map(({ name }) => name), 'x'),
          params: member,
        },
        { requiredKeys: [] },
      ),
      { maxLength: 5 },
    )
    .map((batch) => Buffer.from(JSON.stringify(batch)))
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, random, structured), async (bytes) => {
      const answer = await dispatcher.answer(bytes, caller)
      return answer === undefined || isAnswer(JSON.parse(answer))
    }),
    { numRuns: 3_000 },
  )
  t.same(failures, [])
})

test('params of the right names and any values get an answer in form', async (t) => {
  const failures: unknown[] = []
  const dispatcher = await createDispatcher(failures)
  const call = fc.constantFrom(...METHODS).chain(({ name, params }) => {
    const honest = fc.constantFrom(...(EXAMPLES[name] ?? []).map((example) => example.params))
    const replaced =
      params.length === 0
        ? fc.constant({})
        : fc.dictionary(fc.constantFrom(...params.map((param) => param.name)), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 2 })
    return fc.tuple(fc.constant(name), honest, replaced)
  })
  await fc.assert(
    fc.asyncProperty(call, async ([method, honest, replaced]) => {
      const answer = await dispatcher.answer(
        Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...honest, ...replaced } })),
        caller,
      )
      return answer !== undefined && isAnswer(JSON.parse(answer))
    }),
    { numRuns: 3_000 },
  )
  t.same(failures, [])
})
