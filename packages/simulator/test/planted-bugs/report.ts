import { availableParallelism } from 'node:os'
import { type Found, SEEDS_MAX, simulateWith } from '../support/find-planted.ts'
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts'

/**
 * How long each planted bug takes to be found: `node packages/simulator/test/planted-bugs/report.ts [WORD]`, of all bugs or of those with
 * WORD in their names. Ends with code 1 when one is not found.
 */
const NAME_WIDTH = Math.max(...PLANTED_BUGS.map(({ name }) => name.length)) + 2

async function find({ name, parameters = [] }: PlantedBug): Promise<boolean> {
  const { stdout } = await simulateWith(name, '--seeds', `1-${SEEDS_MAX}`, '--fail-fast', ...parameters)
  const { violations, seeds, cpuMs } = JSON.parse(stdout) as Found
  const [found] = violations
  const outcome = found === undefined ? 'NOT FOUND' : `oracle ${found.oracle}`.padEnd(11) + found.message.split('\n')[0]?.slice(0, 90)
  process.stdout.write(
    `${name.padEnd(NAME_WIDTH)}${`${seeds} seeds`.padStart(9)}${`${(cpuMs / 1000).toFixed(1)} s`.padStart(9)}  ${outcome}\n`,
  )
  return found !== undefined
}

const [word = ''] = process.argv.slice(2)
const waiting = PLANTED_BUGS.filter(({ name }) => name.includes(word))
const results: boolean[] = []
const work = async (): Promise<void> => {
  for (let bug = waiting.shift(); bug !== undefined; bug = waiting.shift()) results.push(await find(bug))
}
await Promise.all(Array.from({ length: availableParallelism() }, work))
process.stdout.write(`${results.filter(Boolean).length} of ${results.length} found; time is of the processor\n`)
if (!results.every(Boolean)) process.exitCode = 1
