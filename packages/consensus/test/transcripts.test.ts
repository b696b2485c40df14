import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import * as consensus from '../src/index.ts'
import { describeEffect, type Effect } from '../src/index.ts'
import { Network, type NetworkOptions, type TestNode } from './support/network.ts'
import { STRATEGIES } from './support/schedule.ts'

const DIRECTORY = join(import.meta.dirname, 'transcripts')
/** Set to write the files again; read the difference before you commit it. */
const UPDATE = process.env['HANSE_UPDATE_TRANSCRIPTS'] === '1'

/** What a reader wants to follow: what is remembered, what is said, what becomes final. */
function isTelling(effect: Effect): boolean {
  switch (effect.type) {
    case 'start-timer':
    case 'stop-timer':
    case 'release-log':
    case 'request-batch':
    case 'check-batch':
    case 'execute':
      return false
    case 'broadcast':
      return effect.message.type !== 'status' || effect.message.wants > effect.message.view
    case 'note':
      return effect.note.type !== 'phase'
    default:
      return true
  }
}

interface Story {
  readonly name: string
  readonly about: readonly string[]
  /** What happens before is not told. */
  readonly fromMs?: number
  readonly options?: Omit<NetworkOptions, 'module' | 'onEffect'>
  play(network: Network): void
}

function transcript({ about, fromMs = 0, options = {}, play }: Story): string {
  const lines = about.map((line) => `# ${line}`)
  let before = ''
  const onEffect = (node: TestNode, effect: Effect): void => {
    if (!isTelling(effect) || network.queue.nowMs < fromMs) return
    const where = `${`${network.queue.nowMs}`.padStart(6)} ms  ${node.index}`
    lines.push(`${where === before ? ' '.repeat(where.length) : where}  ${describeEffect(effect)}`)
    before = where
  }
  const network = new Network({ module: consensus, ...options, onEffect })
  play(network)
  lines.push(`# heads: ${network.nodes.map((node) => `${node.index} at ${node.height}${node.isUp ? '' : ' (down)'}`).join(', ')}`)
  return `${lines.join('\n')}\n`
}

const STORIES: readonly Story[] = [
  {
    name: 'normal-case',
    about: ['Block 1 is a heartbeat. Then one transaction is ordered: Proposal, Prepare, Commit, final.'],
    play: (network) => {
      network.startAll()
      network.runUntil(100)
      network.submit()
      network.runUntil(140)
    },
  },
  {
    name: 'silent-primary',
    fromMs: 100,
    about: ['The primary of view 0 dies. Its connection is gone: after one timeout the others ask for view 1, leave, and 1 announces it.'],
    play: (network) => {
      network.startAll()
      network.runUntil(100)
      network.node(0).crash()
      network.submit([1, 2, 3])
      network.runUntil(1_000)
    },
  },
  {
    name: 'equivocating-primary',
    about: [
      'The primary proposes one batch to 2 and another to 1 and 3, and never commits. 2 has prepared the wrong one; q Prepares bind it all the same,',
      'once Status has brought it those that it lacks. Everybody has seen the primary say both.',
    ],
    options: {
      byzantine: [0],
      corrupt: (network, from, to, message) =>
        message.type === 'proposal' || message.type === 'prepare' ? STRATEGIES['equivocate']!(network, from, to, message) : [],
    },
    play: (network) => {
      network.startAll()
      network.runUntil(300)
    },
  },
  {
    name: 'lagging-replica',
    fromMs: 130,
    about: [
      '3 is cut off for three blocks, of which the last is told. Back again, its Status brings it a certificate, and it syncs what lies between.',
    ],
    play: (network) => {
      network.startAll()
      network.runUntil(50)
      for (const other of [0, 1, 2]) for (const link of [`${other}>3`, `3>${other}`]) network.cut.add(link)
      for (let block = 0; block < 3; block++) {
        network.submit([0, 1, 2])
        network.runUntil(network.queue.nowMs + 50)
      }
      network.cut.clear()
      network.runUntil(550)
    },
  },
  {
    name: 'new-view-fixes-a-prepared-height',
    about: ['Height 1 is prepared everywhere and every Commit is lost; then the primary dies. View 1 is fixed to what view 0 prepared.'],
    options: {
      delay: (_, __, ___, packet) => {
        if (packet.type !== 'input' || packet.input.type !== 'message') return 5
        const { message } = packet.input.signed
        return message.type === 'commit' && message.view === 0 ? undefined : 5
      },
    },
    play: (network) => {
      network.startAll()
      network.runUntil(100)
      network.node(0).crash()
      network.runUntil(930)
    },
  },
]

for (const story of STORIES) {
  test(story.name, (t) => {
    const path = join(DIRECTORY, `${story.name}.txt`)
    const told = transcript(story)
    if (UPDATE) {
      mkdirSync(DIRECTORY, { recursive: true })
      writeFileSync(path, told)
    }
    t.equal(told, readFileSync(path, 'utf8'))
    t.end()
  })
}
