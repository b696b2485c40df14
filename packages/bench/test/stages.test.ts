import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { stageTimes, UNCLASSIFIED, unclassifiedFunctions } from '../src/profile/classify.ts'
import { type CpuProfile, type ProfileNode, samplesBetween, withoutPauses } from '../src/profile/cpu-profile.ts'
import { STAGE_RULES, STAGES } from '../src/profile/stages.ts'

const ROOT = join(import.meta.dirname, '../../..')

function ours(path: string): string {
  return `file:///srv/hanse/packages/${path.replace('/', '/dist/')}.js`
}

function library(name: string): string {
  return `file:///srv/hanse/node_modules/.pnpm/${name.replace('/', '+')}@1.0.0/node_modules/${name}/index.js`
}

/** A stack, the outermost call first, in which the last was at work for that long. */
interface Stack {
  readonly us: number
  readonly frames: readonly (readonly [functionName: string, url: string])[]
}

/** A profile of these stacks, each in a branch of its own. */
function profileOf(...stacks: readonly Stack[]): CpuProfile {
  const nodes: ProfileNode[] = []
  const samples: number[] = []
  for (const { frames } of stacks) {
    frames.forEach(([functionName, url], depth) => {
      const id = nodes.length + 1
      nodes.push({ id, callFrame: { functionName, url }, ...(depth < frames.length - 1 ? { children: [id + 1] } : {}) })
    })
    samples.push(nodes.length)
  }
  return { nodes, samples, timeDeltas: stacks.map(({ us }) => us), startTime: 1_000 }
}

function stageOf(...frames: Stack['frames']): string {
  const [time] = stageTimes(profileOf({ us: 1, frames }))
  return `${time?.stage}: ${time?.part}`
}

test('the innermost frame that a rule knows decides', (t) => {
  const [loop, step] = [['run', ours('node/driver')] as const, ['step', ours('replica/replica')] as const]
  t.equal(stageOf(loop), 'order: votes')
  t.equal(stageOf(loop, step, ['onBatchReady', ours('consensus/batches')]), 'order: votes')
  t.equal(stageOf(loop, step, ['execute', ours('state/chain/create-ledger')]), 'execute: ledger')
  t.equal(stageOf(loop, step, ['execute', ours('state/chain/create-ledger')], ['rootOf', ours('state/tree/root-of')]), 'tree: hashes')
  t.equal(stageOf(loop, ['#logVotes', ours('node/driver')], ['encode', ours('protocol/log-record')]), 'order: log and guard')
  t.equal(stageOf(loop, ['#storeBlocks', ours('node/driver')], ['append', ours('node/block-store')]), 'store: records')
  t.equal(stageOf(['onMessage', library('@libp2p/utils')]), 'gossip: streams')
  t.equal(stageOf(['send', ours('rpc/socket-connection')], ['send', library('ws')]), 'receive: requests')
  t.end()
})

test('what is shared, and what is native, is of whoever calls it', (t) => {
  const native = ['verifyDetached', ''] as const
  const check = ['verifySignatureNative', ours('crypto-native/verify-signature-native')] as const
  const transaction = ['verifyTransaction', ours('crypto/verified')] as const
  const vote = ['verifyConsensusMessage', ours('crypto/verified')] as const
  const gate = ['consensusInput', ours('replica/gate')] as const
  t.equal(stageOf(['unknownTransaction', ours('replica/gate')], transaction, check, native), 'verify: signatures of transactions')
  t.equal(stageOf(gate, ['#signed', ours('replica/gate')], vote, check, native), 'order: signatures of votes')
  t.equal(stageOf(['answer', ours('rpc/dispatcher')], ['bytesToHex', ours('primitives/hex')]), 'receive: requests')
  t.equal(stageOf(['#flush', ours('p2p/frame-writer')], ['writeBuffer', '']), 'gossip: frames')
  t.end()
})

test('a package of another name, and another file of the same name, are not taken for ours', (t) => {
  t.equal(stageOf(['step', 'file:///srv/other/dist/replica.js']), `the rest: ${UNCLASSIFIED}`)
  t.equal(stageOf(['step', library('replica')]), `the rest: ${UNCLASSIFIED}`)
  t.equal(stageOf(['get', ours('statement/tree/x')]), `the rest: ${UNCLASSIFIED}`)
  t.equal(stageOf(['x', library('wsx')]), `the rest: ${UNCLASSIFIED}`)
  t.end()
})

test('times are summed by stage and part, and what no rule knows is told by name', (t) => {
  const profile = profileOf(
    { us: 500, frames: [['(idle)', '']] },
    { us: 30, frames: [['(garbage collector)', '']] },
    { us: 20, frames: [['(program)', '']] },
    { us: 7, frames: [['take', ours('mempool/take-batch')]] },
    { us: 5, frames: [['admit', ours('mempool/create-mempool')]] },
    {
      us: 4,
      frames: [
        ['', ''],
        ['onStreamRead', 'node:internal/stream_base_commons'],
      ],
    },
    {
      us: 3,
      frames: [
        ['', ''],
        ['mystery', '/srv/other.cjs'],
        ['emit', 'node:events'],
      ],
    },
  )
  t.same(stageTimes(profile), [
    { stage: 'idle', part: 'idle', us: 500 },
    { stage: 'garbage collection', part: 'main thread', us: 30 },
    { stage: 'the rest', part: 'event loop and system calls', us: 20 },
    { stage: 'pool', part: 'pool', us: 12 },
    { stage: 'the rest', part: 'Node itself', us: 4 },
    { stage: 'the rest', part: UNCLASSIFIED, us: 3 },
  ])
  t.same(unclassifiedFunctions([profile, profile], 5), ['0.0 ms emit node:events'])
  t.end()
})

test('a while of a profile is what was sampled in it', (t) => {
  const frames = [['admit', ours('mempool/create-mempool')]] as const
  const profile = profileOf({ us: 10, frames }, { us: 20, frames }, { us: 30, frames }, { us: 40, frames })
  const totalOf = (from: number, to: number): number | undefined => stageTimes(samplesBetween(profile, from, to))[0]?.us
  t.equal(totalOf(0, 2_000), 100)
  t.equal(totalOf(1_011, 1_060), 50)
  t.equal(totalOf(1_030, 1_059), 20)
  t.equal(totalOf(1_101, 2_000), undefined)
  const waited = profileOf({ us: 900, frames }, { us: 30_000, frames })
  t.equal(stageTimes(withoutPauses(waited))[0]?.us, 2_900, 'while others had the processor, the thread was at nothing')
  t.end()
})

test('every stage has rules, and every rule is of something that is there', (t) => {
  for (const stage of STAGES)
    t.ok(
      STAGE_RULES.some((rule) => rule.stage === stage),
      stage,
    )
  const store = readdirSync(join(ROOT, 'node_modules/.pnpm'))
  for (const { in: places = [], libraries = [], functions = [] } of STAGE_RULES) {
    const sources = places.map((place) => sourceOf(place))
    for (const [index, place] of places.entries()) t.not(sources[index], undefined, place)
    if (places.length > 0)
      for (const name of functions)
        t.ok(
          sources.some((source) => source?.includes(name)),
          `${name} in ${places.join(', ')}`,
        )
    for (const name of libraries) {
      const prefix = name.endsWith('*') ? name.slice(0, -1) : `${name}@`
      t.ok(
        store.some((entry) => entry.startsWith(prefix.replace('/', '+'))),
        name,
      )
    }
  }
  t.end()
})

/** All that is written in the file or folder that a rule names. */
function sourceOf(place: string): string | undefined {
  const [name = '', ...path] = place.split('/')
  const at = join(ROOT, 'packages', name, 'src', ...path)
  if (existsSync(`${at}.ts`)) return readFileSync(`${at}.ts`, 'utf8')
  if (!existsSync(at) || !statSync(at).isDirectory()) return undefined
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return files.map((file) => readFileSync(join(at, file), 'utf8')).join('\n')
}
