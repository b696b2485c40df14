import * as consensus from '../src/index.ts'
import { runSchedule } from './support/schedule.ts'

const from = Number(process.argv[2]),
  to = Number(process.argv[3])
const t0 = Date.now()
let steps = 0,
  blocks = 0,
  views = 0
for (let seed = from; seed < to; seed++) {
  try {
    const { network, faults } = runSchedule(consensus, seed)
    steps += network.steps
    blocks += Math.max(...network.honest.map((n) => n.height))
    views += network.honest[0]!.engine?.describe().view ?? 0
    if (faults.length) console.log(seed, faults.slice(0, 2).join(' | '), 'byz', [...network.byzantine].join(), 'n', network.nodes.length)
  } catch (e) {
    console.log(seed, 'THROW', (e as Error).stack?.split('\n').slice(0, 6).join('\n'))
  }
}
console.log({ ms: Date.now() - t0, steps, blocks, views })
