import { test } from 'tap'
import { type Baseline, baselineFaults, baselineOf, calibrationOf, readBaseline } from '../src/micro/baseline.ts'
import { type Calibration, calibrationOfVersion, calibrationSource } from '../src/micro/calibration.ts'
import { type Measured, measureAll } from '../src/micro/measure.ts'
import { operation } from '../src/micro/operation.ts'
import { measureAgainst, measureForBaseline, passesIn } from '../src/micro/run-micro.ts'

const QUICK = { batches: 5, batchMs: 8 }
const STEPS = 200
const calibration: Calibration = calibrationOfVersion(1)

function baselineWith(ratios: Readonly<Record<string, number>>): Baseline {
  return { calibration: { version: calibration.version, source: calibrationSource(calibration.version) }, ratios }
}

function measuredAs(name: string, ratio: number): Measured {
  return { name, unit: 'a thing', medianUs: 3 * ratio, ratio }
}

/** Gives these, one pass after the other, and keeps what each was asked for. */
function scripted(...passes: readonly (readonly Measured[])[]) {
  const asked: (readonly string[] | undefined)[] = []
  return {
    asked,
    pass: (names?: readonly string[]) => {
      asked.push(names)
      return Promise.resolve(passes[asked.length - 1] ?? [])
    },
  }
}

test('no operation of a node costs more than twice what the baseline says', async (t) => {
  const baseline = readBaseline()
  const measured = await measureAgainst(baseline, passesIn({ version: calibrationOf(baseline).version, ...QUICK }))
  t.same(baselineFaults(measured, baseline), [])
})

test('what is measured is processor time, in steps of the calibration', async (t) => {
  const planted = operation('planted', 'a step', () => calibration.run(3 * STEPS), STEPS)
  const [measured] = await measureAll([planted], { batches: 10, batchMs: 30, calibration })
  t.ok(measured !== undefined && measured.ratio > 2 && measured.ratio < 4.5, `three steps are ${measured?.ratio}`)
})

test('an operation that is slower is named, with both figures and what to do', (t) => {
  const baseline = baselineWith({ one: 1, other: 1 })
  t.same(baselineFaults([measuredAs('one', 2), measuredAs('other', 0.1)], baseline), [])
  t.match(baselineFaults([measuredAs('one', 2.5), measuredAs('other', 1)], baseline), [
    /^one: 2\.500 calibration steps a thing \(7\.50 µs\), the baseline says 1: 2\.5 times as much, at most 2 .*--only "one".*--record yes/,
  ])
  t.end()
})

test('what is slow is measured again, by itself, before it is believed', async (t) => {
  const baseline = baselineWith({ one: 1, other: 1 })
  const busy = scripted([measuredAs('one', 9), measuredAs('other', 1)], [measuredAs('one', 3)], [measuredAs('one', 1.5)])
  t.same(baselineFaults(await measureAgainst(baseline, busy.pass), baseline), [])
  t.same(busy.asked, [undefined, ['one'], ['one']])
  const slow = scripted([measuredAs('one', 9), measuredAs('other', 1)], ...[5, 3, 4, 6].map((ratio) => [measuredAs('one', ratio)]))
  t.match(baselineFaults(await measureAgainst(baseline, slow.pass), baseline), [/^one: 3\.000 /])
  const well = scripted([measuredAs('one', 1), measuredAs('other', 1)])
  await measureAgainst(baseline, well.pass)
  t.same(well.asked, [undefined])
})

test('a baseline is the middle of several passes, and names what it rests on', async (t) => {
  const passes = scripted([measuredAs('one', 9)], [measuredAs('one', 1.23456)], [measuredAs('one', 0.3)])
  const baseline = baselineOf(await measureForBaseline(passes.pass), calibration)
  t.same(baseline, baselineWith({ one: 1.235 }))
  t.equal(calibrationOf(baseline), calibration)
})

test('baseline and operations know each other', (t) => {
  const faults = baselineFaults([measuredAs('new', 1)], baselineWith({ gone: 1 }))
  t.match(faults, [/^new: not in the baseline/, /^gone: in the baseline, and not measured/])
  t.end()
})

/** A change of the yardstick takes two commits, see `calibration.ts`: in none of them do figures of two yardsticks meet. */
test('calibration and baseline never change in one commit: a calibration that has changed in place is refused', (t) => {
  const { calibration: recorded, ratios } = readBaseline()
  t.equal(calibrationOf({ calibration: recorded, ratios }).version, recorded.version)
  t.throws(() => calibrationOf({ calibration: { ...recorded, source: 'of another text' }, ratios }), /calibration-1\.ts is not what/)
  t.throws(() => calibrationOf({ calibration: { version: 0, source: '' }, ratios }), /there is no calibration 0: .*--record yes/)
  t.end()
})
