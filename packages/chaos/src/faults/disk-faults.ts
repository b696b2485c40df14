import { existsSync, readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { ChaosNode } from '../network/chaos-node.ts'
import { ANYWHERE, type FaultContext, type FaultKind, type Heal, mustEnd } from './fault.ts'
import { attachTracer } from './tracer.ts'

const SLOW_SYNC_MS = 100
const WRITES = 'write,pwrite64,writev,pwritev'
const SYNCS = 'fdatasync,fsync'

/** Files of its data folder that a node has open. */
function openFiles({ pid, home }: ChaosNode): readonly string[] {
  const folder = `/proc/${pid}/fd`
  const data = realpathSync(join(home, 'data'))
  const targets = readdirSync(folder).flatMap((fd) => {
    try {
      return [readlinkSync(join(folder, fd))]
    } catch {
      return []
    }
  })
  return [...new Set(targets)].filter((path) => path.startsWith(data) && existsSync(path) && !path.endsWith('/LOCK'))
}

/** Calls of the nodes fail until they end, which they must. */
async function failCalls(context: FaultContext, rulesOf: (node: ChaosNode) => readonly string[]): Promise<Heal> {
  const { nodes, owner } = context
  for (const node of nodes) context.mayEnd(node)
  const tracers = await Promise.all(nodes.map((node) => attachTracer(owner, node, rulesOf(node))))
  const ended = Promise.all(nodes.map((node) => mustEnd(context, node)))
  return async () => {
    await ended
    await Promise.all(tracers.map((tracer) => tracer.detach()))
    await Promise.all(nodes.map((node) => node.start()))
  }
}

export const DISK_FAULTS = {
  'disk-full': {
    summary: 'no byte is free on the disk of a node: it must end, and with space come back',
    needs: ['mounts'],
    fabrics: ANYWHERE,
    furniture: { volume: 'small' },
    begin: (context) => {
      const { nodes, network } = context
      for (const node of nodes) context.mayEnd(node)
      for (const { index } of nodes) network.volumes.get(index)?.fill()
      const ended = Promise.all(nodes.map((node) => mustEnd(context, node)))
      return Promise.resolve(async () => {
        await ended
        for (const { index } of nodes) network.volumes.get(index)?.free()
        await Promise.all(nodes.map((node) => node.start()))
      })
    },
  },
  'write-error': {
    summary: 'the disk refuses to write (EIO): the node must end',
    needs: ['strace', 'proc'],
    fabrics: ANYWHERE,
    begin: (context) =>
      failCalls(context, (node) => [
        ...openFiles(node).flatMap((path) => ['-P', path]),
        ...['-e', `trace=${WRITES}`, '-e', `inject=${WRITES}:error=EIO`],
      ]),
  },
  'sync-error': {
    summary: 'the disk refuses to sync (EIO): the node must end',
    needs: ['strace'],
    fabrics: ANYWHERE,
    begin: (context) => failCalls(context, () => ['-e', `trace=${SYNCS}`, '-e', `inject=${SYNCS}:error=EIO`]),
  },
  'slow-sync': {
    summary: 'every sync of a node’s disk takes longer by `ms`',
    needs: ['strace'],
    fabrics: ANYWHERE,
    begin: async ({ nodes, owner, fault }) => {
      const delayUs = (fault.ms ?? SLOW_SYNC_MS) * 1_000
      const rules = ['-e', `trace=${SYNCS}`, '-e', `inject=${SYNCS}:delay_enter=${delayUs}`]
      const tracers = await Promise.all(nodes.map((node) => attachTracer(owner, node, rules)))
      return async () => {
        await Promise.all(tracers.map((tracer) => tracer.detach()))
      }
    },
  },
  'power-cut': {
    summary: 'the power fails: what was not synced is gone, file system and all',
    needs: ['shutdown'],
    fabrics: ANYWHERE,
    furniture: { volume: 'disk' },
    begin: async (context) => {
      const { nodes, network } = context
      for (const node of nodes) context.mayEnd(node)
      await Promise.all(
        nodes.map(async (node) => {
          await network.disks.get(node.index)?.cutPower()
          await node.end('SIGKILL')
        }),
      )
      return async () => {
        for (const { index } of nodes) await network.disks.get(index)?.restorePower()
        await Promise.all(nodes.map((node) => node.start()))
      }
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>
