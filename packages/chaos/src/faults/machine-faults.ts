import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { RUN_VARIABLE } from '../machine/owner.ts'
import { runAsync } from '../machine/shell.ts'
import type { ChaosNode } from '../network/chaos-node.ts'
import { ANYWHERE, type FaultKind } from './fault.ts'

const MIB = 1024 * 1024
const CLOCK_MS = 3_600_000
/** What a node may still grow by before the kernel ends it. */
const MEMORY_LEFT_BYTES = 12 * MIB
const DESCRIPTORS_LEFT = 2
/** More than what is left. */
const IDLE_CONNECTIONS = 24
const PROCESSOR_PERCENT = 15

const abuser = fileURLToPath(new URL('./abuse-worker.js', import.meta.url))

function residentBytes({ pid }: ChaosNode): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}

async function descriptorLimit({ pid }: ChaosNode): Promise<string> {
  const shown = await runAsync('prlimit', ['--pid', String(pid), '--nofile', '--noheadings', '--output', 'SOFT,HARD'])
  return shown.trim().split(/\s+/).join(':')
}

export const MACHINE_FAULTS = {
  clock: {
    summary: 'the clock of a node is off by `ms`, back or ahead',
    needs: ['faketime'],
    fabrics: ANYWHERE,
    furniture: { clock: true },
    begin: ({ nodes, network, fault }) => {
      const offBy = (seconds: number): void => {
        for (const { index } of nodes) writeFileSync(network.clocks.get(index) ?? '', `${seconds < 0 ? '' : '+'}${seconds}`)
      }
      offBy(Math.round((fault.ms ?? CLOCK_MS) / 1_000))
      return Promise.resolve(() => Promise.resolve(offBy(0)))
    },
  },
  memory: {
    summary: 'a node may take 12 MiB more and no byte above: the kernel ends it, or it lives with less',
    needs: ['groups', 'proc'],
    fabrics: ANYWHERE,
    furniture: { group: true },
    begin: (context) => {
      const { nodes, network, note } = context
      for (const node of nodes) {
        context.mayEnd(node)
        network.groups.get(node.index)?.limitMemory(residentBytes(node) + MEMORY_LEFT_BYTES)
      }
      return Promise.resolve(async () => {
        for (const node of nodes) {
          note(`${node.name} ${node.isUp ? 'lived with that' : 'was ended by the kernel'}`)
          network.groups.get(node.index)?.limitMemory(undefined)
          await node.start()
        }
      })
    },
  },
  descriptors: {
    summary: 'a node may open two files more, and clients connect: it goes on, or ends and says why',
    needs: ['prlimit', 'proc'],
    fabrics: ANYWHERE,
    begin: async (context) => {
      const { nodes, note } = context
      const before = await Promise.all(nodes.map(descriptorLimit))
      const idle: Socket[] = []
      for (const node of nodes) {
        context.mayEnd(node)
        const limit = readdirSync(`/proc/${node.pid}/fd`).length + DESCRIPTORS_LEFT
        await runAsync('prlimit', ['--pid', String(node.pid), `--nofile=${limit}:`])
        for (let count = 0; count < IDLE_CONNECTIONS; count++) {
          idle.push(connect({ host: '127.0.0.1', port: node.endpoints.rpcPort }).on('error', () => undefined))
        }
      }
      return async () => {
        for (const socket of idle) socket.destroy()
        for (const [place, node] of nodes.entries()) {
          note(`${node.name} ${node.isUp ? 'lived with that' : `ended: ${node.lastWords().code ?? 'without a code'}`}`)
          if (node.isUp) await runAsync('prlimit', ['--pid', String(node.pid), `--nofile=${before[place]}`])
          await node.start()
        }
      }
    },
  },
  processor: {
    summary: 'a node gets so many `percent` of one processor',
    needs: ['groups'],
    fabrics: ANYWHERE,
    furniture: { group: true },
    begin: ({ nodes, network, fault }) => {
      for (const { index } of nodes) network.groups.get(index)?.limitProcessor(fault.percent ?? PROCESSOR_PERCENT)
      return Promise.resolve(() => {
        for (const { index } of nodes) network.groups.get(index)?.limitProcessor(undefined)
        return Promise.resolve()
      })
    },
  },
  abuse: {
    summary: 'clients from another address that send rubbish, too much, too slowly, and read no answers',
    needs: [],
    // Through a relay all clients have one address.
    fabrics: ['plain', 'proxy'],
    begin: ({ nodes, owner, violate }) => {
      const workers: ChildProcess[] = nodes.map(({ endpoints }) =>
        fork(abuser, [String(endpoints.rpcPort)], {
          ...{ detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, [RUN_VARIABLE]: owner.runId } },
        }),
      )
      return Promise.resolve(async () => {
        for (const worker of workers) worker.disconnect()
        for (const node of nodes) {
          const status = await node.client.call('node_status', {}, { timeoutMs: 10_000 }).catch(() => undefined)
          if (status === undefined) violate('rpc', `${node.name} answers nobody after the abuse`)
        }
      })
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>
