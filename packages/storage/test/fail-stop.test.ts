import { StoreFailure } from '@hanse/ports'
import { InvariantError } from '@hanse/primitives'
import { test } from 'tap'
import { FailStop, OPERATIONS_WAITING_MAX } from '../src/fail-stop.ts'

test('operations run one at a time, in the order of the calls', async (t) => {
  const gate = new FailStop()
  const events: string[] = []
  const operation = (name: string) => async () => {
    events.push(`${name} begins`)
    await new Promise(setImmediate)
    events.push(`${name} ends`)
  }
  await Promise.all(['a', 'b', 'c'].map((name) => gate.run(name, operation(name))))
  t.same(events, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('the first failure is thrown by what waits, what follows, and what succeeds while it happens', async (t) => {
  const gate = new FailStop()
  let ran = false
  const first = gate.run('first', () => Promise.reject(new Error('disk on fire')))
  const second = gate.run('second', () => {
    ran = true
  })
  const results = await Promise.allSettled([first, second])
  const failure = results[0]?.status === 'rejected' ? results[0].reason : undefined
  t.match(failure, { name: 'StoreFailure', code: 'storage/io', message: 'first: disk on fire', cause: { message: 'disk on fire' } })
  t.same(results[1], { status: 'rejected', reason: failure })
  t.equal(ran, false)
  t.throws(() => gate.check(), failure)
  t.equal(gate.fail('later', new Error('another')), failure)

  const other = new FailStop()
  const overtaken = other.run('write', () => {
    other.fail('read', new StoreFailure('storage/checksum', 'bad', 'hint'))
    return 'done'
  })
  await t.rejects(overtaken, { code: 'storage/checksum' }, 'nothing is acknowledged after a failure')
})

test('closing waits, refuses what comes later, releases once, and works after a failure', async (t) => {
  const gate = new FailStop()
  const events: string[] = []
  const work = gate.run('work', () => new Promise<void>((resolve) => setImmediate(resolve)).then(() => events.push('work')))
  const release = (): void => {
    events.push('release')
  }
  await Promise.all([work, gate.close(release), gate.close(release)])
  t.same(events, ['work', 'release'])
  await t.rejects(
    gate.run('late', () => undefined),
    { code: 'storage/closed' },
  )

  const failed = new FailStop()
  await t.rejects(failed.run('x', () => Promise.reject(new Error('no'))))
  await failed.close(release)
  t.equal(events.length, 3)
})

test('the queue is bounded', async (t) => {
  const gate = new FailStop()
  const calls = Array.from({ length: OPERATIONS_WAITING_MAX }, () => gate.run('wait', () => undefined))
  await t.rejects(
    gate.run('one more', () => undefined),
    InvariantError,
  )
  await Promise.all(calls)
  await gate.run('again', () => undefined)
})
