import { test } from 'tap'
import { threadsOf, usedSince } from '../src/thread-usage.ts'

const skip = process.platform === 'linux' ? false : 'the system does not show threads'

test('the threads of a process, and what each has used', { skip }, (t) => {
  const before = threadsOf(process.pid)
  t.equal(before[0]?.id, process.pid, 'the oldest is the main one')
  const cpu = process.cpuUsage()
  while (process.cpuUsage(cpu).user < 200_000);
  const [main] = usedSince(before, threadsOf(process.pid))
  t.ok(main !== undefined && main.cpuMs > 150 && main.cpuMs < 1_000, `${main?.cpuMs} ms of about 200`)
  t.end()
})

test('a thread that has begun since then counts with all that it did, one that is gone with nothing', (t) => {
  const thread = (id: number, cpuMs: number) => ({ id, name: 'x', cpuMs, waitedMs: 0 })
  t.same(usedSince([thread(1, 10), thread(2, 5)], [thread(1, 12), thread(3, 4)]), [thread(1, 2), thread(3, 4)])
  t.same(threadsOf(2 ** 30), [], 'no such process')
  t.end()
})
