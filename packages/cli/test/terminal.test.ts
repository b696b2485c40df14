import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'tap'
import { createRunProgress } from '../src/node-home/run-progress.ts'
import { alignedRows, isoTime, shortHex } from '../src/terminal/output.ts'
import { createProgress, createProgressSteps, drawBar } from '../src/terminal/progress.ts'
import { promptSecret, type Terminal } from '../src/terminal/prompt.ts'

test('a table is as wide as its widest cells, numbers stand to the right', (t) => {
  const rows = alignedRows(
    ['#', 'name', ''],
    [
      [1, 'a long name', undefined],
      [10, 'b', 'x'],
    ],
  )
  t.same(rows, [' #  name', ' 1  a long name', '10  b            x'])
  t.same(alignedRows(['a'], []), ['a'])
  t.equal(shortHex(`0x7c1e${'0'.repeat(56)}40aa`), '0x7c1e…40aa')
  t.equal(shortHex('0x12'), '0x12')
  t.equal(isoTime(0), '1970-01-01T00:00:00.000Z')
  t.equal(isoTime(8.64e15 + 1), '8640000000000001 ms')
  t.end()
})

test('a bar shows what takes longer than two seconds, on a terminal, and leaves nothing behind', (t) => {
  const written: string[] = []
  let nowMs = 0
  const stream = { isTTY: true, write: (text: string) => written.push(text) }
  const progress = createProgress('judging', 4, stream, () => nowMs)
  nowMs = 1_999
  progress.advance()
  t.same(written, [])
  nowMs = 2_000
  progress.advance()
  nowMs = 2_050
  progress.advance()
  t.equal(written.length, 1, 'not oftener than ten times a second')
  t.match(written[0], 'judging ██████████████░░░░░░░░░░░░░░ 2/4 50 %')
  progress.clear()
  t.equal(written[1], '\r\x1b[K')
  progress.clear()
  t.equal(written.length, 2)
  const piped: string[] = []
  const silent = createProgress('judging', 1, { write: (text) => piped.push(text) }, () => (nowMs += 5_000))
  silent.advance()
  silent.clear()
  t.same(piped, [])
  t.match(drawBar('x', 0, 0), '100 %')
  t.end()
})

test('a bar whose total changes, one without a total, and works that follow each other', (t) => {
  const written: string[] = []
  let nowMs = 0
  const stream = { isTTY: true, write: (text: string) => written.push(text) }
  const steps = createProgressSteps(stream, () => nowMs)
  steps.reach('opening', 0)
  nowMs += 2_000
  steps.reach('opening', 0)
  nowMs += 200
  steps.reach('opening', 0)
  t.same(written.splice(0), ['\r\x1b[Kopening …'], 'what has not changed is not drawn again')
  steps.reach('opening', 7)
  t.same(written.splice(0), ['\r\x1b[Kopening … 7'])
  steps.clear()
  t.same(written.splice(0), ['\r\x1b[K'])
  nowMs += 200
  steps.reach('opening', 7)
  t.same(written.splice(0), ['\r\x1b[Kopening … 7'], 'a line was written between: it is drawn again')
  steps.reach('fetching', 0, 10)
  t.same(written.splice(0), ['\r\x1b[K'], 'the next work shows itself after two seconds of its own')
  nowMs += 2_000
  steps.reach('fetching', 5, 20)
  t.same(written.splice(0), [`\r\x1b[K${drawBar('fetching', 5, 20)}`])
  t.end()
})

test('node run shows a work that does not tell how far it is, makes room for its log, and leaves nothing behind', async (t) => {
  const written: string[] = []
  let nowMs = 0
  const progress = createRunProgress({ isTTY: true, write: (text) => written.push(text) }, () => nowMs)
  progress.onProgress({ what: 'reading the log' })
  nowMs += 2_000
  while (written.length === 0) await sleep(50)
  progress.onLogLine()
  t.same(written.splice(0), ['\r\x1b[Kreading the log …', '\r\x1b[K'])
  progress.onLogLine()
  t.same(written.splice(0), [])
  progress.onProgress({ what: 'fetching blocks', done: 0, total: 8 })
  nowMs += 2_000
  progress.onProgress({ what: 'fetching blocks', done: 2, total: 8 })
  progress.onProgress(undefined)
  t.same(written.splice(0), [`\r\x1b[K${drawBar('fetching blocks', 2, 8)}`, '\r\x1b[K'])
  progress.end()
  progress.end()
  t.same(written, [])
})

/** A terminal whose user types what the test says. */
function terminal(isTTY = true): {
  readonly terminal: Terminal
  readonly modes: boolean[]
  readonly shown: () => string
  type(text: string): void
} {
  const stdin = new EventEmitter()
  const modes: boolean[] = []
  let shown = ''
  const same = (): unknown => stdin
  Object.assign(stdin, { isTTY, setEncoding: same, resume: same, pause: same, setRawMode: (mode: boolean) => modes.push(mode) })
  return {
    terminal: {
      stdin: stdin as unknown as Terminal['stdin'],
      stderr: {
        isTTY,
        write: (text: string) => {
          shown += text
        },
      },
    },
    modes,
    shown: () => shown,
    type: (text) => stdin.emit('data', text),
  }
}

test('a password is read without being shown', async (t) => {
  const { terminal: given, modes, shown, type } = terminal()
  const answer = promptSecret('Password: ', given)
  type('sec')
  type('rex\u007fet\r')
  t.equal(await answer, 'secreet')
  t.equal(shown(), 'Password: \n')
  t.same(modes, [true, false])
})

test('Ctrl-C ends the question, and nobody is asked without a terminal', async (t) => {
  const { terminal: given, modes, type } = terminal()
  const answer = promptSecret('Password: ', given)
  type('abc\u0003')
  await t.rejects(answer, { name: 'CliError', rejection: { code: 'cli/usage', message: 'interrupted' } })
  t.same(modes, [true, false])
  t.equal(await promptSecret('Password: ', terminal(false).terminal), undefined)
})
