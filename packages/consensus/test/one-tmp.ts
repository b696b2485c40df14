import * as consensus from '../src/index.ts'
import { runSchedule } from './support/schedule.ts'

const lines: string[] = []
const { network, faults } = runSchedule(consensus, Number(process.argv[2]), {
  trace: (node: any, e: any) => {
    if (e.type !== 'note') lines.push(`${network_now()} ${node.index} ${JSON.stringify(e).slice(0, 300)}`)
  },
} as any)
function network_now() {
  return ''
}
console.log(faults, 'byz', [...network.byzantine], network.queue.nowMs)
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
console.log(lines.slice(-40).join('\n'))
