import { test } from 'tap'
import { UnsentBytes } from '../src/unsent-bytes.ts'

const MIB = 1024 * 1024

test('large answers leave a quarter to small ones', (t) => {
  const unsent = new UnsentBytes(40 * MIB)
  t.ok(unsent.hasRoomFor('one', 25 * MIB))
  unsent.add('one', 25 * MIB)
  t.notOk(unsent.hasRoomFor('other', 6 * MIB))
  t.ok(unsent.hasRoomFor('other', 5 * MIB))
  unsent.add('other', 5 * MIB)
  t.ok(unsent.hasRoomFor('other', 64 * 1024), 'a small one')
  unsent.add('other', 10 * MIB)
  t.notOk(unsent.hasRoomFor('third', 1))
  unsent.sent('one', 25 * MIB)
  t.ok(unsent.hasRoomFor('third', MIB))
  t.end()
})

test('a client that takes none of its answers leaves a quarter to others', (t) => {
  const unsent = new UnsentBytes(40 * MIB)
  const piece = 60 * 1024
  let pieces = 0
  for (; unsent.hasRoomFor('silent', piece); pieces++) unsent.add('silent', piece)
  t.equal(pieces, (30 * MIB) / piece)
  t.ok(unsent.hasRoomFor('other', piece))
  unsent.sent('silent', piece)
  t.ok(unsent.hasRoomFor('silent', piece), 'it goes on when it has taken one')
  t.end()
})
