import { test } from 'tap'
import { readCommandLine, usageOf } from '../src/command-line.ts'
import { defineScenario } from '../src/scenario.ts'
import { SCENARIOS } from '../src/scenarios.ts'

const scenario = defineScenario({
  name: 'demo',
  summary: '',
  draws: true,
  options: {
    seconds: { default: 60, min: 1, max: 240 },
    rate: { default: 'max', min: 1, max: 1_000, word: 'max' },
    stages: { default: 'no', choices: ['no', 'yes'] },
    keep: { default: '' },
  },
  run: () => Promise.reject(new Error('nobody runs it')),
})
const plain = defineScenario({ name: 'plain', summary: '', options: {}, run: () => Promise.reject(new Error('nobody runs it')) })

function read(...args: readonly string[]): unknown {
  const request = readCommandLine(args, [scenario, plain])
  if (!request.ok) return request.error.message
  return request.value.type === 'help' ? 'help' : { ...request.value.values, json: request.value.json, svg: request.value.svg }
}

const DEFAULTS = { seconds: 60, rate: 'max', stages: 'no', keep: '', json: undefined, svg: undefined }

test('an option that is not given has its default', (t) => {
  t.same(read('demo'), DEFAULTS)
  t.same(read('plain'), { json: undefined, svg: undefined })
  t.end()
})

test('numbers, words, choices and texts', (t) => {
  t.same(read('demo', '--seconds', '5', '--rate', '250', '--stages', 'yes', '--keep', 'a folder'), {
    ...DEFAULTS,
    ...{ seconds: 5, rate: 250, stages: 'yes', keep: 'a folder' },
  })
  t.same(read('demo', '--rate', 'max', '--json', 'a.json', '--svg=a.svg'), { ...DEFAULTS, json: 'a.json', svg: 'a.svg' })
  t.end()
})

test('what does not fit is refused in words that say what fits', (t) => {
  const rows: readonly [args: readonly string[], message: RegExp][] = [
    [['--seconds', '0'], /^--seconds is an integer from 1 to 240$/],
    [['--seconds', '241'], /^--seconds is an integer from 1 to 240$/],
    [['--seconds', '1.5'], /^--seconds is an integer/],
    [['--seconds', ''], /^--seconds is an integer/],
    [['--seconds', 'max'], /^--seconds is an integer/],
    [['--rate', 'most'], /^--rate is an integer from 1 to 1000, or max$/],
    [['--rate', '1001'], /or max$/],
    [['--stages', 'maybe'], /^--stages is one of no, yes$/],
    [['--speed', '5'], /--speed/],
    [['5'], /5/],
  ]
  for (const [args, message] of rows) t.match(read('demo', ...args), message, args.join(' '))
  t.match(read('plain', '--svg', 'a.svg'), /--svg/, 'it draws nothing')
  t.equal(read('other'), 'no scenario other')
  t.end()
})

test('without a scenario there is help', (t) => {
  t.equal(read(), 'help')
  t.equal(read('--help'), 'help')
  t.end()
})

test('every scenario can be asked for as its usage says', (t) => {
  t.equal(new Set(SCENARIOS.map(({ name }) => name)).size, SCENARIOS.length)
  for (const one of SCENARIOS) {
    const words = usageOf(one).replaceAll(/[[\]]/g, '').split(' ').slice(4)
    const filled = words.filter((word) => word !== '')
    const request = readCommandLine(filled, SCENARIOS)
    t.ok(request.ok || Object.values(one.options).some((option) => option.default === ''), usageOf(one))
  }
  t.end()
})
