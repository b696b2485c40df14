import { InvariantError, ok } from '@hanse/primitives'
import { bytes, choice, defineMessage, list, optional, text, uint } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { ABSENT } from '../src/data/held-value.ts'
import { indexList } from '../src/data/index-list.ts'
import { pagedList } from '../src/data/paged-list.ts'
import { keyText, stateKey } from '../src/data/state-key.ts'
import { table } from '../src/data/table.ts'
import { countValue, textValue, type ValueCodec } from '../src/data/value-codec.ts'
import { ModuleState } from '../src/runtime/module-state.ts'
import { WriteSet } from '../src/runtime/write-set.ts'
import { memoryState } from './support/memory-state.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a state key is module, parts and zero bytes between them, as UTF-8', (t) => {
  t.same(stateKey('bank', 'balance', 'VND', 'Nguyễn'), utf8('bank\0balance\0VND\0Nguyễn'))
  t.same(stateKey('bank'), utf8('bank'))
  t.throws(() => stateKey('bank', 'a\0b'), InvariantError, 'or two keys could be one')
  t.end()
})

test('different parts never give the same key', (t) => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '.', ' '), maxLength: 3 })
  const parts = fc.array(part, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(parts, parts, (left, right) => {
      const isSame = left.length === right.length && left.every((text, index) => text === right[index])
      return (stateKey('m', ...left).join() === stateKey('m', ...right).join()) === isSame
    }),
  )
  t.pass('injective')
  t.end()
})

test('a table gets, puts, deletes and requires', (t) => {
  const names = table({ module: 'bank', name: 'name', value: textValue })
  const state = memoryState()
  t.equal(names.get(state, 'a'), undefined)
  t.throws(() => names.require(state, ['a', 'b']), /no record a\/b in bank\/name/)
  names.put(state, ['a', 'b'], 'Äpfel')
  t.equal(names.require(state, ['a', 'b']), 'Äpfel')
  t.equal(names.has(state, ['a', 'b']), true)
  t.equal(names.has(state, 'a'), false)
  names.delete(state, ['a', 'b'])
  t.equal(names.get(state, ['a', 'b']), undefined)
  state.put(names.keyOf('broken'), Uint8Array.of(0xff))
  t.throws(() => names.get(state, 'broken'), InvariantError, 'what does not decode is not ours')
  t.end()
})

test('a record that was read cannot be changed but by putting another', (t) => {
  const codec = defineMessage({ count: [1, uint()], tags: [2, list(text({ max: 9 }), { max: 3 })], seal: [3, optional(bytes({ max: 9 }))] })
  const records = table({ module: 'bank', name: 'record', value: codec })
  const state = memoryState()
  records.put(state, 'a', { count: 1, tags: ['x'] })
  const record = records.require(state, 'a') as { count: number; tags: string[] }
  t.throws(() => {
    record.count = 2
  }, TypeError)
  t.throws(() => record.tags.push('y'), TypeError)
  t.same(records.get(state, 'a'), { count: 1, tags: ['x'] })

  records.put(state, 'b', { count: 1, tags: [], seal: Uint8Array.of(1) })
  records.require(state, 'b').seal?.fill(9)
  t.same(records.get(state, 'b')?.seal, Uint8Array.of(1), 'bytes cannot be frozen, so they are decoded anew')
  t.end()
})

test('an index list pages through what was appended to its key', (t) => {
  const history = indexList({ module: 'bank', name: 'history', item: textValue })
  const state = memoryState()
  for (let index = 0; index < 25; index++) history.append(state, 'alice', `item ${index}`)
  history.append(state, ['alice', '1'], 'of another key')
  t.equal(history.count(state, 'alice'), 25)
  t.equal(history.count(state, 'bob'), 0)
  t.same(history.page(state, 'alice', 0, 2), ['item 0', 'item 1'])
  t.same(history.page(state, 'alice', 23, 10), ['item 23', 'item 24'])
  t.same(history.page(state, 'alice', 25, 10), [])
  t.same(history.page(state, ['alice', '1'], 0, 10), ['of another key'])
  t.end()
})

test('a list in pages is as one in memory, leaves nothing behind, and refuses records that are not its own', (t) => {
  const step = fc.oneof(fc.record({ append: fc.string({ maxLength: 9 }) }), fc.record({ take: fc.integer({ min: 1, max: 12 }) }))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const list = pagedList({ module: 'bank', name: 'list', item: textValue })
      const state = memoryState()
      let model: string[] = []
      for (const action of steps) {
        if ('append' in action) {
          list.append(state, ['a', 'b'], action.append)
          model.push(action.append)
        } else {
          const taken = model.slice(0, action.take)
          if (!taken.every((item) => list.takeFirst(state, ['a', 'b']) === item)) return false
          model = model.slice(action.take)
        }
        const { start, end } = list.bounds(state, ['a', 'b'])
        if (end - start !== model.length || (model.length === 0) !== (state.size === 0)) return false
        if (!model.every((item, index) => list.at(state, ['a', 'b'], start + index) === item)) return false
      }
      return true
    }),
  )
  const list = pagedList({ module: 'bank', name: 'list', item: textValue })
  const wrongs = [
    [],
    [0, 0, 0, 0, 0, 0, 0, 1],
    [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 1, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 65],
  ]
  for (const wrong of wrongs) {
    const state = memoryState()
    state.put(stateKey('bank', 'list.head', 'a'), Uint8Array.from(wrong))
    t.throws(() => list.bounds(state, 'a'), InvariantError, `${wrong}`)
  }
  t.end()
})

test('a page of a list is one key: 25 items are three pages and the head', (t) => {
  const list = indexList({ module: 'bank', name: 'history', item: textValue })
  const state = memoryState()
  for (let index = 0; index < 25; index++) list.append(state, 'alice', `item ${index}`)
  t.equal(state.size, 4)
  t.end()
})

test('counts have one encoding each', (t) => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (count) => {
      const decoded = countValue.decode(countValue.encode(count))
      return decoded.ok && decoded.value === count
    }),
  )
  for (const wrong of [[], [0x80], [0x80, 0x00], [0x01, 0x01], Array(8).fill(0xff), [...Array(7).fill(0xff), 0x7f]]) {
    t.equal(countValue.decode(Uint8Array.from(wrong)).ok, false, `${wrong}`)
  }
  t.end()
})

test('a record that its codec would not read again is not put, and the reason names what is wrong', (t) => {
  const codec = defineMessage({
    name: [1, text({ max: 3 })],
    tags: [2, list(text({ max: 9 }), { max: 2 })],
    colour: [3, choice('red', 'blue')],
  })
  const records = table({ module: 'bank', name: 'record', value: codec })
  const state = memoryState()
  const good = { name: 'abc', tags: ['x'], colour: 'red' } as const
  records.put(state, 'a', good)
  for (const [wrong, message] of [
    [{ name: 'abcd' }, /a\/b of bank\/record could not be read again: name: /],
    [{ tags: ['x', 'y', 'z'] }, /could not be read again: tags: /],
    [{ colour: 'green' }, /could not be read again: colour: /],
  ] as const) {
    t.throws(() => records.put(state, ['a', 'b'], { ...good, ...wrong } as never), { name: 'InvariantError', message })
  }
  t.equal(records.has(state, ['a', 'b']), false)
  t.same(records.get(state, 'a'), good)
  t.end()
})

test('what a table has put is decoded once, and bytes that a module has in its hands are not those of the state', (t) => {
  let decodes = 0
  const counted: ValueCodec<string> = {
    encode: textValue.encode,
    decode: (bytes) => {
      decodes += 1
      return textValue.decode(bytes)
    },
  }
  const names = table({ module: 'bank', name: 'name', value: counted })
  const raw = table<Uint8Array>({ module: 'bank', name: 'raw', value: { encode: (bytes) => bytes, decode: (bytes) => ok(bytes) } })
  const writes = new WriteSet({ read: () => ABSENT })
  const state = new ModuleState('bank', new Map([['bank', new Set()]]), writes, [])
  names.put(state, 'a', 'Anna')
  t.equal(names.get(state, 'a'), 'Anna')
  t.equal(names.get(writes, 'a'), 'Anna')
  t.equal(decodes, 1)

  for (const reader of [state, writes]) reader.get(names.keyOf('a'))?.fill(0)
  t.equal(names.get(state, 'a'), 'Anna')
  const key = names.keyOf('b')
  const given = utf8('Berta')
  state.put(key, given)
  given.fill(0)
  key.fill(0)
  t.equal(names.get(state, 'b'), 'Berta')
  t.same([...writes.changes.keys()].at(-1), keyText(names.keyOf('b')))

  const kept = Uint8Array.of(1)
  raw.put(state, 'c', kept)
  kept.fill(9)
  raw.get(state, 'c')?.fill(9)
  t.same(raw.get(state, 'c'), Uint8Array.of(1), 'nor those that a codec of its own decoded')
  t.end()
})
