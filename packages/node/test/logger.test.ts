import { test } from 'tap'
import { createLogger } from '../src/system.ts'

test('the level changes while the logger runs, for the children that exist as well', (t) => {
  const lines: string[] = []
  const logger = createLogger({ level: 'info', node: 'bank-a' }, { write: (line) => void lines.push(line) })
  const child = logger.child({ component: 'p2p' }).child({ peer: 'bank-b' })
  const told = (): readonly string[] => {
    lines.length = 0
    for (const one of [logger, child]) for (const level of ['error', 'info', 'debug', 'trace'] as const) one[level]({}, level)
    return lines.map((line) => JSON.parse(line).msg as string)
  }
  t.same(told(), ['error', 'info', 'error', 'info'])
  logger.setLevel('debug')
  t.equal(logger.level(), 'debug')
  t.same(told(), ['error', 'info', 'debug', 'error', 'info', 'debug'])
  t.match(JSON.parse(lines.at(-1) ?? ''), { node: 'bank-a', component: 'p2p', peer: 'bank-b', level: 20 })
  logger.setLevel('fatal')
  t.same(told(), [])
  t.end()
})

test('who shows something beside the log is told before each line, and of no other', (t) => {
  const seen: string[] = []
  const destination = { write: (line: string) => void seen.push(JSON.parse(line).msg) }
  const logger = createLogger({ level: 'info', node: 'bank-a', onLine: () => seen.push('room') }, destination)
  logger.info({}, 'one')
  logger.debug({}, 'none')
  logger.child({}).warn({}, 'two')
  t.same(seen, ['room', 'one', 'room', 'two'])
  t.end()
})
