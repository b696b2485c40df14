import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from 'tap'
import { roomPercent } from '../src/heap-room.ts'

const MIB = 1024 * 1024

test('the room is the same whatever lives, within what V8 can do', (t) => {
  t.equal(roomPercent(40 * MIB), 100)
  t.equal(roomPercent(80 * MIB), 50)
  t.equal(roomPercent(2 * MIB), 300, 'as much as three times what lives')
  t.equal(roomPercent(4096 * MIB), 20, 'a heap of gigabytes is not collected for each few megabytes')
  t.end()
})

/** Keeps 40 MiB and drops much: tells V8's own limits, as its trace has them, of collections before and after. */
const PROGRAM = `
  import { keepHeapRoom } from './packages/node/dist/heap-room.js'
  const live = []
  for (let i = 0; i < 400_000; i++) live.push({ i, text: 'x' + i })
  if (process.argv[1] === 'room') keepHeapRoom()
  let dropped = []
  for (let round = 0; round < 400; round++) {
    for (let i = 0; i < 10_000; i++) dropped.push({ i, text: 'y' + i })
    if (dropped.length > 300_000) dropped = []
    await new Promise((resolve) => setImmediate(resolve))
  }
  console.log('live ' + live.length)
`

async function collections(mode: string): Promise<number> {
  const flags = ['--heap-growing-percent=20', '--max-semi-space-size=2', '--trace-gc', '--input-type=module', '-e', PROGRAM, mode]
  const { stdout } = await promisify(execFile)(process.execPath, flags, { maxBuffer: 16 * MIB })
  if (!stdout.includes('live 400000')) throw new Error(stdout)
  return stdout.split('\n').filter((line) => line.includes('Mark-Compact')).length
}

test('with the room V8 collects an old generation less often than with a small share of what lives', async (t) => {
  const [without, within] = [await collections('none'), await collections('room')]
  t.ok(within * 3 < without * 2, `${within} collections instead of ${without}`)
})
