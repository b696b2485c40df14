import { setTimeout as sleep } from 'node:timers/promises'
import type { Link } from '@hanse/bench'
import type { CutShape } from '../schedule.ts'
import type { FaultKind } from './fault.ts'

const RESET_EVERY_MS = 1_000
const DELAY_MS = 100

/** The links that a shape cuts, by index. */
export function cutLinks(shape: CutShape, nodes: readonly number[], validators: number): readonly Link[] {
  const all = Array.from({ length: validators }, (_, index) => index)
  const rest = all.filter((index) => !nodes.includes(index))
  const out = nodes.flatMap((from) => rest.map((to) => ({ from, to })))
  const turned = (links: readonly Link[]): readonly Link[] => links.map(({ from, to }) => ({ from: to, to: from }))
  switch (shape) {
    case 'out':
      return out
    case 'in':
      return turned(out)
    case 'split':
      return [...out, ...turned(out)]
    case 'one-way-link':
    case 'link': {
      const [from, to] = [nodes[0] ?? 0, nodes[1] ?? rest[0] ?? 0]
      return shape === 'link' ? [{ from, to }, ...turned([{ from, to }])] : [{ from, to }]
    }
    case 'ring': {
      const isNeighbour = (a: number, b: number): boolean => [1, validators - 1].includes(Math.abs(a - b))
      return all.flatMap((from) => all.filter((to) => to !== from && !isNeighbour(from, to)).map((to) => ({ from, to })))
    }
  }
}

function linksOf(nodes: readonly number[], validators: number): readonly Link[] {
  return cutLinks('split', nodes, validators)
}

export const NETWORK_FAULTS = {
  cut: {
    summary: 'nothing arrives over some links, by shape: split, out, in, link, one-way-link, ring',
    needs: [],
    fabrics: ['proxy', 'namespaces'],
    begin: async ({ fault, nodes, links, network }) => {
      const by = {}
      const indices = nodes.map(({ index }) => index)
      await links.cut(by, cutLinks(fault.shape ?? 'split', indices, network.nodes.length))
      return () => links.heal(by)
    },
  },
  cable: {
    summary: 'the cable of a node is pulled out of the switch',
    needs: ['namespaces'],
    fabrics: ['namespaces'],
    begin: async ({ nodes, network }) => {
      for (const { index } of nodes) await network.fabric.setCable(index, 'down')
      return async () => {
        for (const { index } of nodes) await network.fabric.setCable(index, 'up')
      }
    },
  },
  reset: {
    summary: 'all connections of a node are reset, again and again (`ms`: how often)',
    needs: [],
    fabrics: ['proxy', 'namespaces'],
    begin: async ({ fault, nodes, network }) => {
      const indices = nodes.map(({ index }) => index)
      let isOn = true
      const resetting = (async () => {
        while (isOn) {
          await network.fabric.reset(indices)
          await sleep(fault.ms ?? RESET_EVERY_MS)
        }
      })()
      return await Promise.resolve(async () => {
        isOn = false
        await resetting
      })
    },
  },
  delay: {
    summary: 'everything that a node says and hears takes longer (`ms`, and up to half of it more at random)',
    needs: [],
    fabrics: ['proxy'],
    begin: async ({ fault, nodes, links, network }) => {
      const by = {}
      const delayMs = fault.ms ?? DELAY_MS
      const delayed = linksOf(
        nodes.map(({ index }) => index),
        network.nodes.length,
      )
      await links.delay(
        by,
        delayed.map((link) => ({ ...link, delayMs, jitterMs: Math.floor(delayMs / 2), lossPercent: 0 })),
      )
      return () => links.heal(by)
    },
  },
  loss: {
    summary: 'of what a node says and hears so many `percent` are lost once, and with them all behind waits',
    needs: [],
    fabrics: ['proxy'],
    begin: async ({ fault, nodes, links, network }) => {
      const by = {}
      const lossy = linksOf(
        nodes.map(({ index }) => index),
        network.nodes.length,
      )
      await links.delay(
        by,
        lossy.map((link) => ({ ...link, delayMs: 0, jitterMs: 0, lossPercent: fault.percent ?? 10 })),
      )
      return () => links.heal(by)
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>
