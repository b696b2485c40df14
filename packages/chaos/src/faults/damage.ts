import { closeSync, copyFileSync, existsSync, openSync, readdirSync, readSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Prng } from '@hanse/primitives'
import type { ChaosNode } from '../network/chaos-node.ts'
import type { CorruptPart } from '../schedule.ts'
import { ANYWHERE, type FaultContext, type FaultKind } from './fault.ts'

const FLIPS = 12
/** It may mend its store before it answers. */
const START_TIMEOUT_MS = 60_000
const POLL_MS = 200
const TRIES_MAX = 4

function filesOf({ home }: ChaosNode, part: CorruptPart): readonly string[] {
  if (part === 'guard') return [guardOf(home)]
  const folder = join(home, 'data', part)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 64)
    .sort()
}

/** The one file beside the keys that is no key. */
function guardOf(home: string): string {
  const keys = join(home, 'keys')
  const name = readdirSync(keys).find((file) => file.includes('guard'))
  if (name === undefined) throw new Error(`there is no vote guard in ${keys}`)
  return join(keys, name)
}

/** Turns single bits over, as a disk does that rots. */
function flipBits(path: string, prng: Prng, flips: number): void {
  const { size } = statSync(path)
  const file = openSync(path, 'r+')
  for (let flip = 0; flip < flips; flip++) {
    const [position, byte] = [prng.below(size), Buffer.alloc(1)]
    readSync(file, byte, 0, 1, position)
    byte[0] = (byte[0] ?? 0) ^ (1 << prng.below(8))
    writeSync(file, byte, 0, 1, position)
  }
  closeSync(file)
}

/** What docs/operating.md tells the operator to do, by the code that the node ended with. */
export function wayOutOf(code: string | undefined): CorruptPart | undefined {
  switch (code) {
    case 'storage/checksum':
    case 'storage/damaged':
    case 'storage/format':
    case 'node/store-damaged':
      return 'store'
    case 'node/log-damaged':
    case 'storage/log-damaged':
      return 'log'
    case 'consensus/guard-damaged':
    case 'consensus/guard-missing':
      return 'guard'
    default:
      return undefined
  }
}

/** Whether its RPC answers; false when it has ended, or does not in time. */
async function comesUp(node: ChaosNode): Promise<boolean> {
  const deadlineMs = performance.now() + START_TIMEOUT_MS
  while (node.isUp && performance.now() < deadlineMs) {
    if ((await node.client.call('node_status', {}, { timeoutMs: 1_000 }).catch(() => undefined)) !== undefined) return true
    await sleep(POLL_MS)
  }
  return false
}

/** As an operator would: starts it, and where it refuses does what its code is answered by, until it runs. */
export async function bringBack(node: ChaosNode, guardCopy: string, say: FaultContext['note']): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES_MAX; attempt++) {
    await node.start()
    if (await comesUp(node)) return true
    const { code, message } = node.lastWords()
    const part = wayOutOf(code)
    say(`${node.name} refused to start: ${code ?? message ?? 'without a word'}${part === undefined ? '' : `; ${part} set aside`}`)
    if (part === undefined) return false
    if (part === 'guard') copyFileSync(guardCopy, guardOf(node.home))
    else renameSync(join(node.home, 'data', part), join(node.home, 'data', `${part}-damaged-${attempt}`))
  }
  return false
}

export const DAMAGE_FAULTS = {
  corrupt: {
    summary: 'bits are turned over in files of a node that is off (`part`: store, log, guard, index): it says so, or mends it',
    needs: [],
    fabrics: ANYWHERE,
    begin: async (context) => {
      const { fault, nodes, prng, note, violate } = context
      const part = fault.part ?? 'store'
      const copies = new Map<ChaosNode, string>()
      for (const node of nodes) {
        context.mayEnd(node)
        await node.end('SIGKILL')
        const copy = join(node.home, 'guard-before')
        copyFileSync(guardOf(node.home), copy)
        copies.set(node, copy)
        const files = filesOf(node, part)
        if (files.length === 0) violate('fault', `${node.name} has no files of ${part}`)
        else if (part === 'guard') for (const path of files) flipBits(path, prng, FLIPS * 4)
        else for (let flip = 0; flip < FLIPS; flip++) flipBits(prng.pick(files), prng, 1)
        note(`${node.name}: bits of ${part} turned over`)
      }
      return async () => {
        const back = await Promise.all(nodes.map((node) => bringBack(node, copies.get(node) ?? '', note)))
        for (const [place, isBack] of back.entries()) {
          if (!isBack) violate('way-out', `${nodes[place]?.name} does not come back: ${JSON.stringify(nodes[place]?.lastWords())}`)
        }
      }
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>
