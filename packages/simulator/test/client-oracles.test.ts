import { createPrng, type Hash } from '@hanse/primitives'
import { asEpoch, asHeight, asValidatorIndex, asView, type ConsensusMessage, type SignedMessage } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import { test } from 'tap'
import { HistoryOracle, historyFault } from '../src/history-oracle.ts'
import type { SimNode } from '../src/sim-node.ts'
import { ViewOracle } from '../src/view-oracle.ts'
import { Violation } from '../src/violation.ts'

const [A, B, C] = [asValidatorIndex(0), asValidatorIndex(1), asValidatorIndex(2)]

function oracleOf(action: () => void): number | undefined {
  try {
    action()
    return undefined
  } catch (error) {
    if (error instanceof Violation) return error.oracle
    throw error
  }
}

test('a history is linearizable when its order respects what had returned before what began', async (t) => {
  const rows: readonly (readonly [name: string, isGood: boolean, operations: readonly (readonly [number, number, number])[]])[] = [
    ['nothing', true, []],
    [
      'one after the other',
      true,
      [
        [0, 5, 1],
        [6, 9, 2],
      ],
    ],
    [
      'at the same time, in either order',
      true,
      [
        [0, 5, 2],
        [4, 9, 1],
      ],
    ],
    [
      'behind one that began later',
      false,
      [
        [0, 5, 2],
        [6, 9, 1],
      ],
    ],
    [
      'behind one far before it',
      false,
      [
        [0, 5, 9],
        [6, 9, 1],
        [1, 9, 3],
      ],
    ],
    [
      'nobody has told the outcome yet',
      true,
      [
        [0, Number.POSITIVE_INFINITY, 2],
        [6, 9, 1],
      ],
    ],
  ]
  for (const [name, isGood, operations] of rows) {
    const fault = historyFault(operations.map(([invokedUs, returnedUs, position]) => ({ invokedUs, returnedUs, position })))
    t.equal(fault === undefined, isGood, name)
  }
})

const ID = `0x${'ab'.repeat(32)}` as Hash

function final(height: number, ids: readonly Hash[]): FinalBlock {
  return { block: { header: { height }, included: ids.map((id) => ({ id })) } } as unknown as FinalBlock
}

function nodeAt(height: number, heightOfTransaction: number | undefined): SimNode {
  return {
    index: A,
    ledger: { head: { header: { height } } },
    reader: { heightOfTransaction: () => heightOfTransaction },
  } as unknown as SimNode
}

test('oracle 12: what was read as final is read so at every node, and heads do not go back', async (t) => {
  const prng = createPrng(1)
  const history = (): HistoryOracle => {
    const oracle = new HistoryOracle()
    oracle.onInvoked(ID, 0)
    oracle.onTold(A, final(2, [ID]), 10)
    return oracle
  }
  t.equal(
    oracleOf(() => history().read(nodeAt(2, 2), prng)),
    undefined,
  )
  t.equal(
    oracleOf(() => history().read(nodeAt(1, undefined), prng)),
    undefined,
    'one that is not there yet',
  )
  t.equal(
    oracleOf(() => history().read(nodeAt(2, undefined), prng)),
    12,
    'it is gone',
  )
  t.equal(
    oracleOf(() => history().read(nodeAt(3, 3), prng)),
    12,
    'it is at another height',
  )
  t.equal(
    oracleOf(() => history().onTold(B, final(3, [ID]), 11)),
    12,
    'another node tells another height',
  )
  const shown = history()
  shown.read(nodeAt(5, 2), prng)
  t.equal(
    oracleOf(() => shown.read(nodeAt(4, 2), prng)),
    12,
    'its head goes back',
  )
  shown.onRestored(A)
  t.equal(
    oracleOf(() => shown.read(nodeAt(4, 2), prng)),
    undefined,
    'its disk was replaced',
  )
})

function signedBy(signer: typeof A, message: ConsensusMessage): SignedMessage {
  return { epoch: asEpoch(0), signer, signature: `0x${'00'.repeat(64)}`, message }
}

function leaves(newView: number): ConsensusMessage {
  return { type: 'viewChange', newView: asView(newView) }
}

function asks(view: number, wants: number): ConsensusMessage {
  return { type: 'status', view: asView(view), wants: asView(wants), head: asHeight(0), slots: [] }
}

test('oracle 15: nobody climbs alone', async (t) => {
  const run = (honest: number, ...said: readonly (readonly [typeof A, ConsensusMessage])[]): number | undefined => {
    const oracle = new ViewOracle(4 - honest, () => 4)
    return oracleOf(() => {
      for (const [signer, message] of said) oracle.onSigned(signer, signedBy(signer, message))
    })
  }
  t.equal(run(4, [A, asks(0, 1)]), undefined, 'anybody may ask for the next view')
  t.equal(run(4, [A, asks(0, 1)], [A, leaves(1)]), 15, 'and goes nowhere alone')
  t.equal(run(3, [A, asks(0, 1)], [A, leaves(1)]), undefined, 'unless a liar asks, too')
  t.equal(run(4, [A, asks(0, 1)], [B, asks(0, 1)], [A, leaves(1)], [B, leaves(1)]), undefined)
  t.equal(run(4, [A, asks(0, 1)], [B, asks(0, 1)], [A, leaves(1)], [A, asks(1, 2)]), 15, 'no further before a quorum is there')
  const three = [
    [A, asks(0, 1)],
    [B, asks(0, 1)],
    [A, leaves(1)],
    [B, leaves(1)],
    [C, leaves(1)],
  ] as const
  t.equal(run(4, ...three, [A, asks(1, 2)]), undefined)
})
