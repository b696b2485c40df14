import * as consensus from '../src/index.ts'
import { runSchedule } from './support/schedule.ts'

const { network, faults } = runSchedule(consensus, Number(process.argv[2]))
console.log(faults, 'byz', [...network.byzantine])
for (const node of network.nodes) {
  const d = node.engine!.describe()
  console.log(
    node.index,
    node.height,
    JSON.stringify({
      ...d,
      head: d.head.height,
      slots: d.slots.map((s) => `${s.height}:${s.digest?.slice(2, 8)}:${s.phase}:${s.prepares}:${s.commits}`),
    }),
    'pool',
    node.pool.size,
  )
}
