import { test } from 'tap'
import { UnsentBytes } from '../src/unsent-bytes.ts'

const MIB = 1024 * 1024

test('large answers leave a quarter to small ones', (t) => {
  const unsent = new UnsentBytes(40 * MIB)
  t.ok(unsent.hasRoomFor(25 * MIB))
  unsent.add(25 * MIB)
  t.notOk(unsent.hasRoomFor(6 * MIB))
  t.ok(unsent.hasRoomFor(5 * MIB))
  unsent.add(5 * MIB)
  t.ok(unsent.hasRoomFor(64 * 1024), 'a small one')
  unsent.add(10 * MIB)
  t.notOk(unsent.hasRoomFor(1))
  unsent.sent(25 * MIB)
  t.ok(unsent.hasRoomFor(MIB))
  t.end()
})
