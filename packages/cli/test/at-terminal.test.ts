import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { NO_TERMINAL, runAtTerminal } from './support/at-terminal.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

const PASSWORD = 'correct horse battery'
const OTHER = 'another horse battery'

test('a password is asked for at a terminal, twice where it is new, and never shown', { skip: NO_TERMINAL }, async (t) => {
  const env = { HANSE_HOME: t.testdir() }
  const made = await runAtTerminal(
    ['keys', 'new', 'maker'],
    [
      [/New password of the key maker .*: /, `${PASSWORD}\r`],
      [/Once more: /, `${PASSWORD}\r`],
    ],
    { env },
  )
  t.equal(made.code, 0, made.screen)
  t.match(made.screen, /✔.* key maker made/)
  t.match(made.screen, '\u001b[32m', 'colours where people look')
  t.notMatch(made.screen, 'horse')
  const changed = await runAtTerminal(
    ['keys', 'passwd', 'maker'],
    [
      [/Password of .*maker\.json: /, `${PASSWORD}\r`],
      [/New password of the key maker .*: /, `${OTHER}\r`],
      [/Once more: /, `${OTHER}\r`],
    ],
    { env },
  )
  t.equal(changed.code, 0, changed.screen)
  t.notMatch(changed.screen, 'horse')
  const opened = await runCli(['keys', 'sign', 'maker', '--message', 'x', '--json'], { env: { ...env, HANSE_PASSWORD: OTHER } })
  t.equal(opened.code, 0, opened.stdout)
})

test('two passwords that differ make no key, Ctrl-C neither', { skip: NO_TERMINAL }, async (t) => {
  const env = { HANSE_HOME: t.testdir() }
  const differing = await runAtTerminal(
    ['keys', 'new', 'maker'],
    [
      [/New password .*: /, `${PASSWORD}\r`],
      [/Once more: /, `${OTHER}\r`],
    ],
    { env },
  )
  t.match([differing.code, differing.screen], [1, /the two passwords differ.*\r\n {2}Try: /])
  const interrupted = await runAtTerminal(['keys', 'new', 'maker'], [[/New password .*: /, 'abc\u0003']], { env })
  t.match([interrupted.code, interrupted.screen], [2, /interrupted/])
  t.match(jsonOf(await runCli(['keys', 'list', '--json'], { env })), { items: [] })
})

test('a seed is typed in without being shown', { skip: NO_TERMINAL }, async (t) => {
  const env = { HANSE_HOME: t.testdir() }
  const seed = '5E'.repeat(32)
  const run = await runAtTerminal(['keys', 'import', 'maker', '--unencrypted'], [[/Seed of the key.*: /, `${seed}\r`]], { env })
  t.equal(run.code, 0, run.screen)
  t.notMatch(run.screen, /5e5e/i)
  t.match(JSON.parse(await readFile(join(env.HANSE_HOME, 'keys', 'maker.json'), 'utf8')), {
    protection: { seed: `0x${seed.toLowerCase()}` },
  })
})

test('with NO_COLOR a terminal gets none', { skip: NO_TERMINAL }, async (t) => {
  const run = await runAtTerminal(['validators'], [], { env: { NO_COLOR: '1' } })
  t.equal(run.code, 3)
  t.notMatch(run.screen, '\u001b')
  t.match((await runAtTerminal(['validators'])).screen, '\u001b[31m')
})
