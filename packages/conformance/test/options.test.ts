import { longInvoice, measureSpeed, parseOptions, UsageError } from '@hanse/conformance'
import { test } from 'tap'

test('parameters are understood, or refused with what would do', (t) => {
  t.same(parseOptions(['en16931', '--dir', 'suite/test']), { suite: 'en16931', folder: 'suite/test', json: false })
  t.same(parseOptions(['en16931', '--dir', 'suite', '--json']), { suite: 'en16931', folder: 'suite', json: true })
  t.same(parseOptions(['speed']), { suite: 'speed', lines: 10_000, json: false })
  t.same(parseOptions(['speed', '--lines', '5']), { suite: 'speed', lines: 5, json: false })
  const refused = [
    [],
    ['en16931'],
    ['en16931', '--dir', ''],
    ['en16931', '--dir', 'a', '--lines', '5'],
    ['en16931', 'a', '--dir', 'b'],
    ['other', '--dir', 'a'],
    ['speed', '--dir', 'a'],
    ['speed', '--lines', '0'],
    ['speed', '--lines', '1e3'],
    ['speed', '--slow'],
  ]
  for (const args of refused) t.throws(() => parseOptions(args), UsageError, args.join(' '))
  t.end()
})

test('the invoice that is measured is valid', (t) => {
  const speed = measureSpeed(7)
  t.match(speed, { lines: 7, bytes: longInvoice(7).length })
  t.ok(speed.rules > 300 && speed.judgeMs > 0 && speed.readMs > 0)
  t.end()
})
