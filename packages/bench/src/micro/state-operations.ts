import { sha256Native } from '@hanse/crypto-native'
import { compareBytes, uint64ToBytes } from '@hanse/primitives'
import { asHeight, certifiedBlockCodec } from '@hanse/protocol'
import { finalWrites } from '@hanse/replica'
import { createStateHasher, type LeafChange, Page, type PageSource, updateTree } from '@hanse/state/tree'
import { unwrap } from '../bench-chain.ts'
import { BLOCK_TRANSACTIONS, type Fixture } from './fixture.ts'
import { at, type Operation, operation } from './operation.ts'

/** Leaves of the tree that is changed: several levels of pages. */
const LEAVES = 20_000
/** Leaves that a block changes: half of them new. */
const CHANGED = 1_000

/** What a validator does of a block, above the store. */
export function stateOperations({ ledger, body, transactions, final, raws, certificate }: Fixture): readonly Operation[] {
  const encoded = certifiedBlockCodec.encode({ body, transactions: [...raws], certificate })
  return [
    treeOperation(),
    operation('execute: a transfer', 'a transaction', (index) => ledger.simulate(at(transactions, index))),
    operation(
      'execute: a block',
      'a transaction',
      () => {
        const executed = ledger.execute(ledger.head.hash, body, transactions)
        ledger.discardFrom(asHeight(1))
        return executed
      },
      BLOCK_TRANSACTIONS,
    ),
    operation('block: encode for the store', 'a transaction', () => finalWrites(final), BLOCK_TRANSACTIONS),
    operation('block: decode', 'a transaction', () => unwrap(certifiedBlockCodec.decode(encoded)), BLOCK_TRANSACTIONS),
  ]
}

function leafChange(key: number, value: number): LeafChange {
  return { keyHash: sha256Native(uint64ToBytes(key)), valueHash: sha256Native(uint64ToBytes(value)) }
}

function inOrder(changes: readonly LeafChange[]): readonly LeafChange[] {
  return changes.toSorted((left, right) => compareBytes(left.keyHash, right.keyHash))
}

function treeOperation(): Operation {
  const hasher = createStateHasher(sha256Native)
  const pages = new Map<string, Page>()
  const source: PageSource = {
    page: ({ path }) => {
      const page = pages.get(path)
      if (page === undefined) throw new Error(`the tree has no page ${path}`)
      return page
    },
  }
  const first = inOrder(Array.from({ length: LEAVES }, (_, key) => leafChange(key, 1)))
  const { root, written } = updateTree(source, Page.empty(0), first, 1, hasher)
  for (const [path, { page }] of written) pages.set(path, page)
  // Every second key is one that the tree has.
  const changes = inOrder(Array.from({ length: CHANGED }, (_, index) => leafChange(index % 2 === 0 ? index * 16 : LEAVES + index, 2)))
  return operation('tree: update', 'a leaf', () => updateTree(source, root, changes, 2, hasher), CHANGED)
}
