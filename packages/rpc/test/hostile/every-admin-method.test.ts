import type { Json } from '@hanse/protocol'
import { test } from 'tap'
import { ADMIN_EXAMPLES } from '../../generated/examples.js'
import { adminMethods } from '../../src/admin/methods.ts'
import { ADMIN_LIMITS } from '../../src/limits.ts'
import { startAdmin } from '../fake-admin.ts'
import type { Answer } from '../harness.ts'
import { isExpected } from './judge.ts'
import { HOSTILE_VALUES } from './schema-values.ts'

test('every admin method: values of every wrong type, params that are missing, too many or of another name', async (t) => {
  const { admin, post, stop } = await startAdmin()
  t.teardown(stop)
  const methods = adminMethods(admin.api)
  let asked = 0
  for (const method of methods) {
    const honest = ADMIN_EXAMPLES[method.name]?.[0]?.params ?? {}
    const rows: readonly Json[] = [
      {},
      [],
      { ...honest, surprise: 1 },
      [...method.params.map(() => null), 1],
      ...method.params.flatMap(({ name }) => HOSTILE_VALUES.map((value) => ({ ...honest, [name]: value }))),
    ]
    for (const params of rows) {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: method.name, params })
      const startMs = performance.now()
      const answer = JSON.parse((await post(body)).text) as Answer
      asked += 1
      if (Buffer.byteLength(body) > ADMIN_LIMITS.requestBytesMax) t.match(answer, { error: { data: { code: 'rpc/request-too-large' } } })
      else isExpected(t, method, JSON.stringify(params).slice(0, 60), answer, performance.now() - startMs)
    }
  }
  t.ok(methods.length > 5 && asked > 100, `${asked} calls of ${methods.length} methods`)
})

test('every admin method: duplicate members, __proto__, lone surrogates, numbers beyond 2^53, depth', async (t) => {
  const { admin, post, stop } = await startAdmin()
  t.teardown(stop)
  const rows: readonly (readonly [value: string, code: string])[] = [
    ['{"a":1,"a":1}', 'json/duplicate-member'],
    ['{"__proto__":{"x":1}}', 'json/forbidden-member'],
    ['"\\ud800"', 'json/lone-surrogate'],
    ['9007199254740993', 'json/number-too-large'],
    [`${'['.repeat(40)}${']'.repeat(40)}`, 'json/too-deep'],
    ['NaN', 'json/malformed'],
  ]
  for (const { name, params } of adminMethods(admin.api)) {
    for (const [value, code] of rows) {
      const { text } = await post(`{"jsonrpc":"2.0","id":1,"method":"${name}","params":{"${params[0]?.name ?? 'surprise'}":${value}}}`)
      t.match(JSON.parse(text), { error: { data: { code } } }, `${name}: ${value.slice(0, 30)}`)
    }
  }
  t.same(admin.calls, [], 'nothing was done')
})
