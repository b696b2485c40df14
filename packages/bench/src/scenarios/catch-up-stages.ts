import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface StageShare {
  readonly stage: string
  readonly msPerBlock: number
}

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const IDLE = 'idle'

/** A stage is where a sample's stack first meets, from the innermost call outwards, a function or a file of these. */
const STAGES: readonly { readonly stage: string; readonly name?: RegExp; readonly file?: RegExp }[] = [
  { stage: IDLE, name: /^\(idle\)$/ },
  { stage: 'garbage collection', name: /^\(garbage collector\)$/ },
  { stage: 'certificates', name: /^verifyCommitCertificate$/ },
  { stage: 'transaction signatures', name: /^verifyTransaction$/ },
  { stage: 'decoding transactions', name: /^decodeTransaction$/ },
  { stage: 'decoding blocks', name: /^decodeSyncFrame$/ },
  { stage: 'encoding records', name: /^finalWrites$/ },
  { stage: 'state tree', file: /\/state\/dist\/tree\// },
  { stage: 'execution', file: /\/(state|modules|documents)\/dist\// },
  { stage: 'store and log', file: /\/(storage|classic-level|abstract-level)\// },
  { stage: 'index', file: /\/indexer\/dist\/|index-follower/ },
  { stage: 'rpc', file: /\/rpc\/dist\// },
  { stage: 'network', file: /\/p2p\/dist\/|libp2p|chainsafe|multiformats|node:net|uint8arraylist|yamux|noise/ },
  { stage: 'replica', file: /\/(replica|consensus|mempool)\/dist\// },
  { stage: 'node', file: /\/node\/dist\// },
]

/** The main thread's is 0. */
const THREAD_OF_FILE = /\.(\d+)\.\d+\.cpuprofile$/

/**
 * What the profiles of a process say that its main thread spent its time in, in ms a block, and how long the other threads were at work
 * that run JavaScript. Empty where a process was killed before it had written them.
 */
export async function stagesOf(directory: string, blocks: number): Promise<readonly StageShare[]> {
  const sums = new Map<string, number>()
  const add = (stage: string, us: number): void => void sums.set(stage, (sums.get(stage) ?? 0) + us)
  for (const name of await readdir(directory)) {
    const thread = THREAD_OF_FILE.exec(name)?.[1]
    if (thread === undefined) continue
    for (const [stage, us] of stageSums(JSON.parse(await readFile(join(directory, name), 'utf8')) as Profile)) {
      if (thread === '0') add(stage, us)
      else if (stage !== IDLE) add('other threads', us)
    }
  }
  return [...sums].sort(([, left], [, right]) => right - left).map(([stage, us]) => ({ stage, msPerBlock: us / 1000 / blocks }))
}

function stageSums({ nodes, samples, timeDeltas }: Profile): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const stageAt = (id: number | undefined): string => {
    const node = id === undefined ? undefined : byId.get(id)
    return node === undefined ? 'other' : (ownStage(node) ?? stageAt(parents.get(node.id)))
  }
  const stages = new Map(nodes.map(({ id }) => [id, stageAt(id)]))
  const sums = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const stage = stages.get(id) ?? 'other'
    sums.set(stage, (sums.get(stage) ?? 0) + (timeDeltas[index] ?? 0))
  }
  return sums
}

function ownStage({ callFrame }: ProfileNode): string | undefined {
  return STAGES.find(({ name, file }) => name?.test(callFrame.functionName) || file?.test(callFrame.url))?.stage
}
