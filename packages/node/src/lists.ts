import type { Mempool } from '@hanse/mempool'
import { getParty } from '@hanse/modules'
import { type Address, err, ok, type Result, reject } from '@hanse/primitives'
import type { BlockLists, NodeApi, WaitingTransaction, WaitingTransactions } from '@hanse/rpc'
import type { StateView } from '@hanse/state'
import type { IndexFollower } from './index-follower.ts'
import { unknownParty } from './members.ts'

const RUN_RADIX = 36

/** What of `NodeApi` is lists. */
export function listAnswers(
  {
    pool,
    index,
    startedAtMs,
  }: { readonly pool: Pick<Mempool, 'entries'>; readonly index: IndexFollower | undefined; readonly startedAtMs: number },
  head: () => Result<StateView>,
): Pick<NodeApi, 'waiting' | 'lists' | 'addressesOfParty'> {
  return {
    waiting: waitingTransactions(pool, startedAtMs),
    lists: blockLists(index),
    addressesOfParty: (party) => addressesOfParty(head(), party),
  }
}

/** What the RPC lists of final blocks. */
function blockLists(index: IndexFollower | undefined): BlockLists {
  if (index === undefined) {
    const off = async () => err(reject('index/unavailable', 'this node keeps no index: index.enabled is false'))
    return { blocks: off, transactions: off, events: off }
  }
  return {
    blocks: (range) => index.list(range, (open) => open.blocks(range)),
    transactions: (range, filter) => index.list(range, (open) => open.transactions(range, filter)),
    events: (range, filter) => index.list(range, (open) => open.events(range, filter)),
  }
}

/** Keys are never given to another party, so what they signed is the party's for ever. */
export function addressesOfParty(head: Result<StateView>, partyId: string): Result<readonly Address[]> {
  if (!head.ok) return head
  const party = getParty(head.value, partyId)
  return party === undefined ? err(unknownParty(head.value, partyId)) : ok(party.operators)
}

/** What the RPC lists of the pool. A pool numbers its transactions from 0 in each run of the node. */
function waitingTransactions(pool: Pick<Mempool, 'entries'>, startedAtMs: number): WaitingTransactions {
  return {
    run: startedAtMs.toString(RUN_RADIX),
    list: ({ sender, after = -1, limit }) => {
      const found: WaitingTransaction[] = []
      for (const { number, transaction, admittedAtMs } of pool.entries()) {
        if (number <= after || (sender !== undefined && transaction.body.sender !== sender)) continue
        if (found.length === limit) break
        found.push({ number, transaction, admittedAtMs })
      }
      return found
    },
  }
}
