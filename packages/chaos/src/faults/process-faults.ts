import { ANYWHERE, type FaultContext, type FaultKind, type Heal } from './fault.ts'
import { attachTracer } from './tracer.ts'

/** Syncs of one of its threads that go well before the one in which it dies, at the most. */
const SYNCS_BEFORE = 6

async function startAll({ nodes }: FaultContext): Promise<void> {
  await Promise.all(nodes.map((node) => node.start()))
}

async function endAll(context: FaultContext, signal: 'SIGKILL' | 'SIGTERM'): Promise<Heal> {
  for (const node of context.nodes) context.mayEnd(node)
  const ended = await Promise.all(context.nodes.map(async (node) => ({ node, exit: await node.end(signal) })))
  for (const { node, exit } of ended) {
    if (signal === 'SIGTERM' && exit?.code !== 0) context.violate('stop', `${node.name} did not stop in order: ${JSON.stringify(exit)}`)
  }
  return () => startAll(context)
}

export const PROCESS_FAULTS = {
  kill: {
    summary: 'kill -9: nothing is flushed, nobody is told',
    needs: [],
    fabrics: ANYWHERE,
    begin: (context) => endAll(context, 'SIGKILL'),
  },
  restart: {
    summary: 'asked to stop (SIGTERM), which must end with 0, and started again',
    needs: [],
    fabrics: ANYWHERE,
    begin: (context) => endAll(context, 'SIGTERM'),
  },
  pause: {
    summary: 'SIGSTOP, then SIGCONT: it does not know that time has passed',
    needs: [],
    fabrics: ANYWHERE,
    begin: ({ nodes }) => {
      for (const node of nodes) node.signal('SIGSTOP')
      const heal = (): Promise<void> => {
        for (const node of nodes) node.signal('SIGCONT')
        return Promise.resolve()
      }
      return Promise.resolve(heal)
    },
  },
  'crash-at-sync': {
    summary: 'killed within one of its calls of fdatasync: what it was about to promise is on the disk, or not',
    needs: ['strace'],
    fabrics: ANYWHERE,
    begin: async (context) => {
      const { nodes, owner, fault, prng, violate } = context
      for (const node of nodes) context.mayEnd(node)
      const tracers = await Promise.all(
        nodes.map((node) => {
          const when = 1 + prng.below(SYNCS_BEFORE)
          return attachTracer(owner, node, ['-e', 'trace=fdatasync', '-e', `inject=fdatasync:signal=SIGKILL:when=${when}`])
        }),
      )
      return async () => {
        for (const node of nodes) if (node.isUp) violate('fault', `${node.name} never came to that sync within ${fault.forMs} ms`)
        await Promise.all(tracers.map((tracer) => tracer.detach()))
        await startAll(context)
      }
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>
