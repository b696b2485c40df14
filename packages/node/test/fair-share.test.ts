import type { Hash } from '@hanse/primitives'
import { asHeight, asPeerId, consensusFrameCodec, type SyncFrame, syncFrameCodec } from '@hanse/protocol'
import type { ReplicaEffect, ReplicaInput } from '@hanse/replica'
import { test } from 'tap'
import { Driver, type DriverOptions, PEER_INPUTS_MAX } from '../src/driver.ts'
import { PeerSessions, type PeerSessionsOptions } from '../src/peers.ts'
import { systemClock } from '../src/system.ts'
import { SILENT } from './support/test-chain.ts'

const START: Extract<ReplicaInput, { type: 'start' }> = { type: 'start', log: [], guard: 'absent' }
const HASH = `0x${'11'.repeat(32)}` as Hash
const PEER = asPeerId('peer-b')
const OTHER = asPeerId('peer-c')

function question(height: number): ReplicaInput {
  return { type: 'fetch-new-view', from: PEER, view: height as never }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** A driver whose replica is `step`, and whose disk writes only when `release` is called. */
function drive(step: (input: ReplicaInput) => readonly ReplicaEffect[]): { driver: Driver; release: () => void; fire: () => void } {
  let release: (() => void) | undefined
  const fired: (() => void)[] = []
  const options: Partial<DriverOptions> = {
    replica: { step },
    log: {
      nextPosition: 0,
      prune: async () => undefined,
      append: () =>
        new Promise((resolve) => {
          release = resolve
        }),
    },
    guardFile: { write: async () => undefined },
    blocks: { append: async () => undefined },
    evidence: { add: () => undefined, flush: async () => undefined },
    outbound: { flush: () => undefined } as unknown as DriverOptions['outbound'],
    clock: {
      nowMs: () => 0,
      startTimer: (_, onFire) => {
        fired.push(onFire)
        return { stop: () => undefined }
      },
    },
    onEffect: () => undefined,
    onFatal: (error) => {
      throw error
    },
  }
  return { driver: new Driver(options as DriverOptions), release: () => release?.(), fire: () => fired.shift()?.() }
}

const A_RECORD: ReplicaEffect = { type: 'log', record: { type: 'wants', epoch: 0 as never, view: 0 as never } }

test('a peer whose inputs wait is not read, the others are', async (t) => {
  const seen: ReplicaInput[] = []
  const { driver, release } = drive((input) => {
    seen.push(input)
    return input.type === 'fetch-view-change' ? [A_RECORD] : []
  })
  await driver.start(START)
  void driver.push({ type: 'fetch-view-change', from: PEER, hash: HASH }, PEER)
  await turn()
  let isHeldBack = false
  for (let index = 1; index <= PEER_INPUTS_MAX; index++) {
    isHeldBack = true
    void Promise.resolve(driver.push(question(index), PEER)).then(() => {
      isHeldBack = false
    })
    await turn()
    if (isHeldBack) t.equal(index, PEER_INPUTS_MAX, 'it is held back when so many of its inputs wait')
  }
  t.ok(isHeldBack)
  await driver.push(question(0), OTHER)
  t.notOk(driver.isFull, 'and clients are taken')
  release()
  await turn()
  t.notOk(isHeldBack, 'it goes on when they were taken')
  t.equal(seen.length, PEER_INPUTS_MAX + 3)
  await driver.stop()
})

test('a timer that was started again has not fired, also when its firing waits for a step', async (t) => {
  const seen: string[] = []
  const { driver, release, fire } = drive((input) => {
    if (input.type === 'start') return [{ type: 'start-timer', timer: 'view', durationMs: 10 }]
    seen.push(input.type)
    if (input.type === 'fetch-view-change') return [A_RECORD]
    return input.type === 'fetch-new-view' ? [{ type: 'start-timer', timer: 'view', durationMs: 10 }] : []
  })
  await driver.start(START)
  void driver.push({ type: 'fetch-view-change', from: PEER, hash: HASH }, PEER)
  await turn()
  void driver.push(question(1), PEER)
  fire()
  release()
  await turn()
  t.same(seen, ['fetch-view-change', 'fetch-new-view'], 'the step before its own has started it again')
  fire()
  await turn()
  t.same(seen, ['fetch-view-change', 'fetch-new-view', 'timer-fired'])
  await driver.stop()
})

function sessions(more: Partial<PeerSessionsOptions>): PeerSessions {
  const options: Partial<PeerSessionsOptions> = {
    chain: { genesisHash: HASH, genesis: { chainId: 1 } } as unknown as PeerSessionsOptions['chain'],
    clock: systemClock,
    logger: SILENT,
    observer: { received: () => undefined, peerConnected: () => undefined, peerDisconnected: () => undefined },
    ...more,
  }
  return new PeerSessions(options as PeerSessionsOptions)
}

test('requests for blocks, a few bytes each, do not take all of the time', async (t) => {
  const answerMs = 10
  const durationMs = 400
  let answers = 0
  const peers = sessions({
    blocks: {
      earliest: 0,
      certifiedFrom: () => {
        const until = performance.now() + answerMs
        while (performance.now() < until);
        answers += 1
        return []
      },
      recordBytes: () => undefined,
    },
    outbound: { blocks: () => undefined, consensus: () => undefined, record: () => undefined },
  })
  const request: SyncFrame = { type: 'fetch', from: asHeight(1), limit: 64 }
  const frame = syncFrameCodec.encode(request)
  const end = performance.now() + durationMs
  let turns = 0
  const flood = async (): Promise<void> => {
    while (performance.now() < end) await peers.onFrame('peer-b', 'sync', frame)
  }
  const others = async (): Promise<void> => {
    while (performance.now() < end) {
      await turn()
      turns += 1
    }
  }
  await Promise.all([flood(), others()])
  t.ok(answers >= 1 && answers <= durationMs / answerMs / 3, `${answers} answers`)
  t.ok(turns > answers, `${turns} turns for the others`)
})

test('a second hello does not make a peer new', async (t) => {
  const inputs: ReplicaInput[] = []
  const push = async (input: ReplicaInput): Promise<void> => {
    inputs.push(input)
  }
  const peers = sessions({ driver: { enqueue: () => undefined, push } })
  for (const head of [3, Number.MAX_SAFE_INTEGER]) {
    const hello = { type: 'hello', genesisHash: HASH, chainId: 1, version: '1', head: asHeight(head) } as const
    await peers.onFrame('peer-b', 'consensus', consensusFrameCodec.encode(hello))
  }
  t.match(inputs, [{ type: 'peer-connected', head: 3 }])
  t.equal(inputs.length, 1)
})
