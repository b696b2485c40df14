import { colors as pc } from '../colors.ts'
import type { DemoCall, DemoDesk, DemoEvent, DemoOutcome, DemoSigner } from './desk.ts'

/** Something happened that the story does not expect, and without which it cannot go on. */
export class Surprise extends Error {
  override readonly name = 'Surprise'
  /** What refused, or `demo/surprise`. */
  readonly code: string

  constructor(message: string, code = 'demo/surprise') {
    super(message)
    this.code = code
  }
}

interface Row {
  readonly story: string
  readonly act: string
  readonly step: string
  readonly expected: string
  readonly got: string
  readonly ok: boolean
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function isCode(expected: string): boolean {
  return expected.includes('/') && !expected.includes(' ')
}

/** Plays a story step by step, tells every step, and keeps the score. */
export class Script {
  readonly desk: DemoDesk
  readonly #write: (line: string) => void
  readonly #rows: Row[] = []
  #story = ''
  #act = ''
  #steps = 0

  constructor(desk: DemoDesk, write: (line: string) => void) {
    this.desk = desk
    this.#write = write
  }

  /** What is told from here on belongs to this story. */
  begin(story: string, title: string): void {
    this.#story = story
    this.#act = ''
    if (this.#rows.length > 0) this.#write('')
    this.#write(title)
  }

  act(title: string): void {
    this.#act = title
    this.#write('')
    this.#write(pc.bold(title))
  }

  /** A transaction that must succeed. Gives its id and events. */
  async does(
    step: string,
    signers: readonly DemoSigner[],
    ...calls: readonly DemoCall[]
  ): Promise<{ readonly id: string; readonly events: readonly DemoEvent[] }> {
    const outcome = await this.desk.send(signers, calls, this.#steps++ % this.desk.nodes)
    this.#tell(step, 'success', outcome)
    if (outcome.type === 'refused') throw new Surprise(`${step}: refused with ${outcome.code}`, outcome.code)
    return outcome
  }

  /** A transaction that must be refused with this very code: a final receipt says so. */
  async refuses(step: string, code: string, signers: readonly DemoSigner[], ...calls: readonly DemoCall[]): Promise<void> {
    const outcome = await this.desk.send(signers, calls, this.#steps++ % this.desk.nodes)
    this.#tell(step, code, outcome)
  }

  /** Two transactions at two nodes at once, of which exactly one may succeed; the other is refused with `code`. Gives the winner's place. */
  async race(
    step: string,
    code: string,
    one: readonly [readonly DemoSigner[], DemoCall],
    other: readonly [readonly DemoSigner[], DemoCall],
  ): Promise<0 | 1> {
    const outcomes = await Promise.all([this.desk.send(one[0], [one[1]], 0), this.desk.send(other[0], [other[1]], 1 % this.desk.nodes)])
    const winner = outcomes.findIndex((outcome) => outcome.type === 'success')
    const loser = outcomes[1 - winner]
    const ok = winner >= 0 && loser?.type === 'refused' && loser.code === code
    const got = outcomes.map((outcome) => (outcome.type === 'success' ? 'success' : outcome.code)).join(' + ')
    const answer = outcomes[winner]
    this.#row(
      step,
      `one success, one ${code}`,
      ok ? `one success, one ${code}` : got,
      ok,
      answer === undefined ? '' : `height ${answer.height}`,
    )
    if (winner < 0) throw new Surprise(`${step}: nobody won (${got})`)
    return winner as 0 | 1
  }

  /** Something that must be so. */
  expect(step: string, expected: string, got: string): void {
    this.#row(step, expected, got, expected === got)
  }

  async provesOffline(step: string, id: string): Promise<void> {
    const proof = await this.desk.verifyOffline(id)
    if (proof.type === 'refused') this.#row(step, 'verified', proof.code, false)
    else this.#row(step, 'verified', 'verified', true, `signed by ${proof.signers} of ${proof.validators}`)
  }

  /** The story cannot go on: a surprise, unless the step that did it is one already. */
  breakOff(code: string): void {
    const last = this.#rows.at(-1)
    if (last?.ok !== false || last.story !== this.#story) this.#row('The story breaks off', 'to go on', code, false)
  }

  /** The summary table, by act, with the story's name where there are several; false when there was a surprise. */
  finish(): { readonly ok: boolean; readonly rows: readonly Row[] } {
    const surprises = this.#rows.filter(({ ok }) => !ok)
    const refusals = this.#rows.filter(({ expected, ok }) => ok && expected.includes('/')).length
    this.#write('')
    this.#write(pc.bold('Summary'))
    const several = new Set(this.#rows.map(({ story }) => story)).size > 1
    const labelOf = ({ story, act }: Row): string => [...(several ? [story] : []), act].join(' · ')
    const acts = [...new Set(this.#rows.map(labelOf))]
    const width = Math.max(0, ...acts.map((act) => act.length))
    for (const act of acts) {
      const rows = this.#rows.filter((row) => labelOf(row) === act)
      const good = rows.filter(({ ok }) => ok).length
      this.#write(` ${good === rows.length ? pc.green('✔') : pc.red('✖')} ${act.padEnd(width)}  ${good} of ${rows.length} as expected`)
    }
    this.#write(` ${counted(this.#rows.length, 'step')}, ${refusals} frauds and errors refused, ${counted(surprises.length, 'surprise')}`)
    for (const row of surprises) this.#write(pc.red(` ✖ ${labelOf(row)} · ${row.step}: expected ${row.expected}, got ${row.got}`))
    return { ok: surprises.length === 0, rows: this.#rows }
  }

  #tell(step: string, expected: string, outcome: DemoOutcome): void {
    const got = outcome.type === 'success' ? 'success' : outcome.code
    this.#row(step, expected, got, got === expected, `height ${outcome.height}`)
  }

  #row(step: string, expected: string, got: string, ok: boolean, detail = ''): void {
    this.#rows.push({ story: this.#story, act: this.#act, step, expected, got, ok })
    const refused = ok && isCode(expected)
    const mark = !ok ? pc.red('✖') : refused ? pc.yellow('⊘') : pc.green('✔')
    const shown = !ok ? pc.red(`${got}, expected ${expected}`) : refused ? pc.yellow(`refused: ${got}`) : got === 'success' ? '' : got
    this.#write(` ${mark} ${step.padEnd(66)} ${[shown, pc.dim(detail)].filter((part) => part !== '').join('  ')}`)
  }
}
