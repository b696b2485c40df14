import { test } from 'tap'
import { heightOfOthers, nodeStatus, type StatusFacts } from '../src/node-status.ts'

const HEARTBEAT_MS = 10_000
const NOW_MS = 1_000_000

const FINE: StatusFacts = {
  nowMs: NOW_MS,
  started: true,
  height: 100,
  earliest: 0,
  headTimeMs: NOW_MS - 5_000,
  lastFinalAtMs: NOW_MS - 5_000,
  heartbeatMs: HEARTBEAT_MS,
  highest: 100,
  epoch: 3,
  view: 2,
  primary: 'core-firm',
  peers: 3,
  peersNeeded: 2,
  missing: [],
  ...{ known: 3, dialable: 3, connected: 3, isObserver: false, prunedTo: undefined },
}

const ROWS: readonly (readonly [what: string, facts: Partial<StatusFacts>, state: string, lag: number, reasons: readonly string[]])[] = [
  ['at the head', {}, 'synced', 0, []],
  ['one peer is missing', { peers: 2 }, 'synced', 0, []],
  ['a module will be missing', { missing: ['lacks it'] }, 'synced', 0, ['lacks it']],
  ['a block behind', { highest: 101 }, 'synced', 1, []],
  ['as far behind as a follower may be', { highest: 116 }, 'synced', 16, []],
  ['further', { highest: 117 }, 'syncing', 17, ['behind by 17 blocks']],
  ['others are behind', { highest: 3 }, 'synced', 0, []],
  ['not started', { started: false }, 'starting', 0, ['starting']],
  ['not started, and behind', { started: false, highest: 500 }, 'starting', 400, ['starting', 'behind by 400 blocks']],
  ['too few for a quorum', { peers: 1 }, 'stalled', 0, ['1 peers, a quorum needs 2']],
  ['a validator with nobody', { peers: 0, connected: 0 }, 'stalled', 0, ['0 peers, a quorum needs 2']],
  [
    'nobody has an address',
    { peers: 0, connected: 0, dialable: 0 },
    'stalled',
    0,
    ['0 peers, a quorum needs 2', 'nobody to talk to: no peer has an address, name one in p2p.peers'],
  ],
  ['they dial us', { dialable: 0 }, 'synced', 0, []],
  [
    'an observer with nobody',
    { peers: 0, peersNeeded: 1, connected: 0, isObserver: true },
    'stalled',
    0,
    ['0 peers, one is needed', 'nobody to talk to: 3 peers of epoch 3 are known; if they are gone, name another in p2p.peers'],
  ],
  ['an observer among observers', { peers: 0, peersNeeded: 1, connected: 2, isObserver: true }, 'stalled', 0, ['0 peers, one is needed']],
  [
    'pruned by all',
    { highest: 500, prunedTo: 300 },
    'syncing',
    400,
    ['behind by 400 blocks', 'every peer has pruned block 101: begin with a snapshot of 300 or above'],
  ],
  ['quiet for three heartbeats', { lastFinalAtMs: NOW_MS - 3 * HEARTBEAT_MS - 2_000 }, 'synced', 0, []],
  ['quiet for longer', { lastFinalAtMs: NOW_MS - 3 * HEARTBEAT_MS - 2_001 }, 'stalled', 0, ['no block for 32 s']],
  ['alone for a minute', { peers: 0, lastFinalAtMs: NOW_MS - 60_000 }, 'stalled', 0, ['0 peers, a quorum needs 2', 'no block for 60 s']],
  ['catching up after a long time', { highest: 1_000, lastFinalAtMs: 0 }, 'syncing', 900, ['behind by 900 blocks', 'no block for 1000 s']],
]

test('what a node says of itself', (t) => {
  for (const [what, facts, state, lag, reasons] of ROWS) {
    const { height, earliest, headTimeMs, epoch, view, primary, peers, peersNeeded } = { ...FINE, ...facts }
    const status = { state, height, earliest, headTime: headTimeMs, lag, epoch, view, primary, peers, peersNeeded, verified: true, reasons }
    t.strictSame(nodeStatus({ ...FINE, ...facts }), status, what)
  }
  t.end()
})

test('one liar of four does not make a node look far behind', (t) => {
  t.equal(heightOfOthers([1_000_000, 50, 51], 1), 51)
  t.equal(heightOfOthers([50, 51, 52], 1), 51, 'and a node that is ahead of the others does not count either')
  t.equal(heightOfOthers([50], 1), 0)
  t.equal(heightOfOthers([], 1), 0)
  t.equal(heightOfOthers([50], 0), 50)
  t.end()
})
