import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Test, test } from 'tap'
import { type LogDestination, openLogFile } from '../src/log-file.ts'
import { createLogger, withFatalOnStderr } from '../src/system.ts'
import { temporaryFolder } from './support/test-chain.ts'

interface Opened {
  readonly folder: string
  readonly log: LogDestination
  /** What came to standard error instead. */
  readonly fallback: string[]
}

async function open(t: Test, options: { readonly fileBytesMax: number; readonly filesMax: number }): Promise<Opened> {
  const folder = join(await temporaryFolder(t), 'log')
  const fallback: string[] = []
  const opened = openLogFile({ path: join(folder, 'node.log'), ...options }, { write: (line) => fallback.push(line) })
  if (!opened.ok) throw new Error(opened.error.message)
  return { folder, log: opened.value, fallback }
}

const line = (number: number): string => `${JSON.stringify({ number }).padEnd(99)}\n`
const contents = async (folder: string): Promise<Record<string, readonly number[]>> => {
  const names = (await readdir(folder)).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const numbers = texts.map((text) => [...text.matchAll(/"number":(\d+)/g)].map(([, number]) => Number(number)))
  return Object.fromEntries(names.map((name, index) => [name, numbers[index] ?? []]))
}

test('a full file is set aside, the oldest goes, no line is lost in between', async (t) => {
  const { folder, log, fallback } = await open(t, { fileBytesMax: 300, filesMax: 3 })
  for (let number = 0; number < 8; number++) log.write(line(number))
  t.strictSame(await contents(folder), { 'node.log': [6, 7], 'node.log.1': [3, 4, 5], 'node.log.2': [0, 1, 2] })
  log.write(line(8))
  log.write(line(9))
  t.strictSame(await contents(folder), { 'node.log': [9], 'node.log.1': [6, 7, 8], 'node.log.2': [3, 4, 5] })
  t.strictSame(fallback, [])
  t.equal((await stat(join(folder, 'node.log'))).mode & 0o777, 0o600, 'of its owner alone')
})

test('one file is emptied when it is full; a line longer than a file stands alone', async (t) => {
  const { folder, log } = await open(t, { fileBytesMax: 250, filesMax: 1 })
  for (let number = 0; number < 3; number++) log.write(line(number))
  t.strictSame(await contents(folder), { 'node.log': [2] })
  log.write(line(3).padStart(1_000))
  log.write(line(4))
  t.strictSame(await contents(folder), { 'node.log': [4] })
})

test('a restart goes on where the file ends', async (t) => {
  const options = { fileBytesMax: 300, filesMax: 3 }
  const { folder, log } = await open(t, options)
  log.write(line(0))
  log.write(line(1))
  const again = openLogFile({ path: join(folder, 'node.log'), ...options }, { write: () => t.fail('nothing is lost') })
  if (!again.ok) return t.fail(again.error.message)
  again.value.write(line(2))
  again.value.write(line(3))
  t.strictSame(await contents(folder), { 'node.log': [3], 'node.log.1': [0, 1, 2] })
})

test('a disk that refuses does not stop the node: the lines go to standard error, and the log says what is missing', async (t) => {
  const { folder, log, fallback } = await open(t, { fileBytesMax: 100, filesMax: 2 })
  log.write(line(0))
  await rm(folder, { recursive: true })
  log.write(line(1))
  log.write(line(2))
  t.match(
    fallback.map((text) => JSON.parse(text)),
    [{ level: 50, msg: /cannot be written/, hint: /Free space/ }, { number: 1 }, { number: 2 }],
  )
  await mkdir(folder)
  log.write(line(3))
  const text = await readFile(join(folder, 'node.log'), 'utf8')
  t.match(
    text
      .trim()
      .split('\n')
      .map((written) => JSON.parse(written)),
    [{ level: 40, lines: 2, msg: /lines are missing/ }, { number: 3 }],
  )
  t.equal(fallback.length, 3, 'nothing more went to standard error')
})

test('a full disk is the same', { skip: !existsSync('/dev/full') }, async (t) => {
  const folder = await temporaryFolder(t)
  await symlink('/dev/full', join(folder, 'node.log'))
  const fallback: string[] = []
  const opened = openLogFile({ path: join(folder, 'node.log'), fileBytesMax: 1_000, filesMax: 2 }, { write: (text) => fallback.push(text) })
  if (!opened.ok) return t.fail(opened.error.message)
  opened.value.write(line(0))
  t.match(fallback.join(''), /ENOSPC/)
  t.match(fallback.join(''), '"number":0')
})

test('a log that can be written nowhere is refused at the start', async (t) => {
  const folder = await temporaryFolder(t)
  await writeFile(join(folder, 'file'), '')
  const refused = openLogFile({ path: join(folder, 'file', 'node.log'), fileBytesMax: 1, filesMax: 1 }, { write: () => undefined })
  t.match(refused, { ok: false, error: { code: 'node/log-file', path: 'log.file', hint: /log\.file/ } })
})

test('the logger writes lines of its level and above, each with time, node and message', async (t) => {
  const { folder, log } = await open(t, { fileBytesMax: 100_000, filesMax: 2 })
  const logger = createLogger({ level: 'info', node: 'bank-a' }, withFatalOnStderr(log))
  logger.debug({}, 'not this one')
  logger.child({ component: 'p2p' }).warn({ peer: 'x' }, 'peer banned')
  logger.info({ height: 1 }, 'node started')
  const lines = (await readFile(join(folder, 'node.log'), 'utf8')).trim().split('\n')
  t.match(
    lines.map((text) => JSON.parse(text)),
    [
      { level: 40, node: 'bank-a', component: 'p2p', msg: 'peer banned', time: /^\d{4}-.*Z$/ },
      { level: 30, node: 'bank-a', height: 1, msg: 'node started' },
    ],
  )
})
