import { bytesToHash, type Hash } from '@hanse/primitives'
import fc from 'fast-check'
import { test } from 'tap'
import { RecentIds } from '../src/chain/recent-ids.ts'

/** Numbers below 16 stand at bytes that no chain looks at: their ids are all in one. */
function idOf(number: number): Hash {
  const bytes = new Uint8Array(32)
  const view = new DataView(bytes.buffer)
  view.setUint32(number < 16 ? 28 : 0, number)
  return bytesToHash(bytes)
}

test('an id is known until its expiry is past, give or take ten seconds', (t) => {
  const recent = new RecentIds()
  recent.add({ id: idOf(1), expiresAtMs: 25_000 })
  recent.add({ id: idOf(1), expiresAtMs: 95_000 })
  recent.add({ id: idOf(2), expiresAtMs: 31_000 })
  t.equal(recent.size, 2, 'each once')
  t.same(
    [1, 2, 3].map((number) => recent.has(idOf(number))),
    [true, true, false],
  )
  recent.forget(29_999)
  t.equal(recent.has(idOf(1)), true)
  recent.forget(30_000)
  t.same(
    [1, 2].map((number) => recent.has(idOf(number))),
    [false, true],
  )
  t.equal(recent.has('0x12' as Hash), false, 'what is no id was never final')
  t.end()
})

test('whatever comes and goes, it knows what a set would', (t) => {
  const number = fc.oneof(fc.nat({ max: 15 }), fc.nat({ max: 5_000 }))
  const block = fc.record({ ids: fc.array(number, { maxLength: 800, size: 'max' }), livesMs: fc.nat({ max: 60_000 }) })
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12, size: 'max' }), fc.integer(), (blocks, salt) => {
      const recent = new RecentIds(salt)
      const model = new Map<number, number>()
      let nowMs = 0
      for (const { ids, livesMs } of blocks) {
        nowMs += 7_000
        for (const id of ids) {
          recent.add({ id: idOf(id), expiresAtMs: nowMs + livesMs })
          if (!model.has(id)) model.set(id, nowMs + livesMs)
        }
        recent.forget(nowMs)
        for (const [id, expiresAtMs] of model) if (10_000 * (Math.floor(expiresAtMs / 10_000) + 1) <= nowMs) model.delete(id)
        if (recent.size !== model.size) throw new Error(`${recent.size} ids, not ${model.size}`)
        for (let id = 0; id <= 5_000; id++) if (recent.has(idOf(id)) !== model.has(id)) throw new Error(`id ${id} at ${nowMs}`)
      }
    }),
    { numRuns: 30 },
  )
  t.pass('30 histories')
  t.end()
})
