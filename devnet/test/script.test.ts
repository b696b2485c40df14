import { test } from 'tap'
import type { DemoDesk, DemoOutcome, DemoProof } from '../src/demo/desk.ts'
import { Script, Surprise } from '../src/demo/script.ts'

const CALL = { module: 'settlement', command: 'transfer', params: {} }

/** A script before a chain that answers with these codes in turn. */
function scriptOf(...codes: readonly string[]): { readonly script: Script; readonly told: string[] } {
  const waiting = [...codes]
  const send = async (): Promise<DemoOutcome> => {
    const code = waiting.shift() ?? 'success'
    return code === 'success' ? { type: 'success', id: '0x', height: 1, events: [] } : { type: 'refused', id: '0x', height: 1, code }
  }
  const told: string[] = []
  const verifyOffline = async (id: string): Promise<DemoProof> =>
    id === 'good' ? { type: 'verified', signers: 3, validators: 4 } : { type: 'refused', code: 'proof/bad-inclusion' }
  const desk = { nodes: 2, send, verifyOffline } as unknown as DemoDesk
  return { script: new Script(desk, (line) => told.push(line)), told }
}

test('a story in which everything comes as told is good', async (t) => {
  const { script, told } = scriptOf('success', 'a/b', 'success', 'a/b')
  script.begin('one', 'One')
  await script.does('it is done', [], CALL)
  await script.refuses('it is refused', 'a/b', [], CALL)
  t.equal(await script.race('two at once', 'a/b', [[], CALL], [[], CALL]), 0)
  script.expect('it is so', '1', '1')
  await script.provesOffline('its proof verifies', 'good')
  const { ok, rows } = script.finish()
  t.equal(ok, true)
  t.equal(rows.length, 5)
  t.match(told.at(-1), /5 steps, 2 frauds and errors refused, 0 surprises/)
})

test('each surprise makes a story bad', async (t) => {
  const surprises: readonly [string, readonly string[], (script: Script) => Promise<void>][] = [
    ['a fraud that succeeds', ['success'], async (script) => await script.refuses('fraud', 'a/b', [], CALL)],
    ['a fraud that is refused for another reason', ['c/d'], async (script) => await script.refuses('fraud', 'a/b', [], CALL)],
    ['two winners', [], async (script) => void (await script.race('race', 'a/b', [[], CALL], [[], CALL]))],
    ['a loser of another reason', ['success', 'c/d'], async (script) => void (await script.race('race', 'a/b', [[], CALL], [[], CALL]))],
    ['what is not so', [], async (script) => script.expect('it is so', '1', '2')],
    ['a proof that proves nothing', [], async (script) => await script.provesOffline('proof', 'bad')],
    ['a break', [], async (script) => script.breakOff('a/b')],
  ]
  for (const [name, codes, play] of surprises) {
    const { script, told } = scriptOf(...codes)
    script.begin('one', 'One')
    await play(script)
    t.equal(script.finish().ok, false, name)
    t.match(told.join('\n'), /1 step, 0 frauds and errors refused, 1 surprise\n/, name)
  }
})

test('what must succeed and does not ends the story, and is one surprise', async (t) => {
  const { script } = scriptOf('a/b')
  script.begin('one', 'One')
  await t.rejects(script.does('it is done', [], CALL), new Surprise('it is done: refused with a/b', 'a/b'))
  script.breakOff('a/b')
  t.equal(script.finish().rows.length, 1)
  const nobody = scriptOf('a/b', 'a/b').script
  await t.rejects(nobody.race('two at once', 'a/b', [[], CALL], [[], CALL]), { name: 'Surprise' })
  t.equal(nobody.finish().ok, false)
})

test('several stories have one summary, with their names, and the second is bad on its own', async (t) => {
  const { script, told } = scriptOf('success', 'a/b')
  for (const story of ['one', 'two']) {
    script.begin(story, story)
    script.act('1 · The same act')
    if (story === 'one') await script.does('it is done', [], CALL)
    else await t.rejects(script.does('it is done', [], CALL))
  }
  t.equal(script.finish().ok, false)
  const summary = told.slice(told.findIndex((line) => line.includes('Summary'))).join('\n')
  t.match(summary, /one · 1 · The same act {2}1 of 1 as expected\n.*two · 1 · The same act {2}0 of 1 as expected/)
  t.match(summary, /two · 1 · The same act · it is done: expected success, got a\/b/)
})
