import { object, uint } from '@hanse/protocol'
import { test } from 'tap'

test('a field that does not exist is refused with the one that was meant, or with those that there are', (t) => {
  const fields = object({ height: uint(), detail: uint() })
  t.throws(() => fields.fromJson({ heigth: 1 }, ''), /unknown field, did you mean height\?/)
  t.throws(() => fields.fromJson({ number: 1 }, ''), /unknown field, there are height, detail$/)
  t.throws(() => object({}).fromJson({ number: 1 }, ''), /unknown field, there are none$/)
  t.end()
})
