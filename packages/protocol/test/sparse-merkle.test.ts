import { bytesToHash, compareBytes, type Hash, ZERO_HASH } from '@hanse/primitives'
import { EMPTY_STATE_ROOT, type StateProof, stateKeyBit, stateKeyHash, stateValueHash, verifyStateProof } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { holds } from './support/holds.ts'
import { proveState, type StateTreeEntry, stateNode, stateRoot } from './support/state-tree.ts'

const someEntries = fc.uniqueArray(
  fc.record({ key: fc.uint8Array({ minLength: 1, maxLength: 8 }), value: fc.uint8Array({ maxLength: 8 }) }),
  {
    selector: ({ key }) => Buffer.from(key).toString('hex'),
    maxLength: 40,
  },
)

test('every present key is proven with its value, every absent key as absent', (t) => {
  holds(
    t,
    'proofs',
    fc.property(someEntries, fc.uint8Array({ minLength: 9, maxLength: 9 }), (entries, absent) => {
      const root = stateRoot(entries)
      for (const { key, value } of entries) {
        const proven = verifyStateProof(root, key, proveState(entries, key))
        if (!proven.ok || proven.value.type !== 'present' || compareBytes(proven.value.value, value) !== 0) return false
      }
      const proven = verifyStateProof(root, absent, proveState(entries, absent))
      return proven.ok && proven.value.type === 'absent'
    }),
    { numRuns: 60 },
  )
  t.end()
})

/** What a liar who knows the whole tree can try for one key. */
function forgeries(entries: readonly StateTreeEntry[], honest: StateProof): readonly StateProof[] {
  const { key, value, siblings } = honest
  const bare: StateProof = { key, siblings }
  const others = entries.filter((entry) => compareBytes(entry.key, key) !== 0)
  const leafOf = (entry: StateTreeEntry): NonNullable<StateProof['otherLeaf']> => ({
    keyHash: bytesToHash(stateKeyHash(entry.key)),
    valueHash: bytesToHash(stateValueHash(entry.value)),
  })
  const tried: StateProof[] = [
    { ...bare, value: Uint8Array.of(...(value ?? []), 1) },
    { ...bare, siblings: [...siblings, ZERO_HASH] },
    { ...bare, siblings: siblings.slice(0, -1) },
    { ...bare, siblings: siblings.slice(1) },
    { ...bare, siblings: [ZERO_HASH, ...siblings] },
    ...others.map((entry) => ({ ...bare, value: entry.value })),
  ]
  if (value !== undefined) tried.push(bare, ...others.map((entry) => ({ ...bare, otherLeaf: leafOf(entry) })))
  for (let depth = 0; depth < siblings.length; depth++) {
    const shorter = siblings.slice(0, depth)
    tried.push({ key, siblings: shorter }, ...others.map((entry) => ({ key, siblings: shorter, otherLeaf: leafOf(entry) })))
  }
  return tried
}

test('nothing else can be proven against the same root', (t) => {
  holds(
    t,
    'forgeries',
    fc.property(someEntries, fc.uint8Array({ minLength: 1, maxLength: 8 }), (entries, key) => {
      const root = stateRoot(entries)
      const honest = proveState(entries, key)
      const truth = entries.find((entry) => compareBytes(entry.key, key) === 0)
      return forgeries(entries, honest).every((forged) => {
        const proven = verifyStateProof(root, key, forged)
        if (!proven.ok) return true
        // A forgery that says the same thing in the same way is the honest proof.
        return proven.value.type === 'present'
          ? truth !== undefined && compareBytes(proven.value.value, truth.value) === 0
          : truth === undefined
      })
    }),
    { numRuns: 100 },
  )
  t.end()
})

test('a key has one proof: no other list of siblings leads to the root', (t) => {
  const entries = Array.from({ length: 20 }, (_, index) => ({ key: Uint8Array.of(index), value: Uint8Array.of(index, index) }))
  const root = stateRoot(entries)
  for (const { key, value } of entries) {
    const { siblings } = proveState(entries, key)
    for (let index = 0; index <= siblings.length; index++) {
      const longer = [...siblings.slice(0, index), ZERO_HASH, ...siblings.slice(index)]
      t.equal(verifyStateProof(root, key, { key, value, siblings: longer }).ok, false)
    }
  }
  t.end()
})

test('an inner node cannot pass for a leaf, nor a leaf for an inner node', (t) => {
  const entries = Array.from({ length: 8 }, (_, index) => ({ key: Uint8Array.of(index), value: Uint8Array.of(index) }))
  const root = stateRoot(entries)
  const key = Uint8Array.of(99)
  // The children of the root, offered as the two halves of a leaf.
  const half = (bit: 0 | 1): Hash =>
    bytesToHash(
      stateNode(
        entries.filter((entry) => stateKeyBit(stateKeyHash(entry.key), 0) === bit),
        1,
      ),
    )
  const result = verifyStateProof(root, key, { key, siblings: [], otherLeaf: { keyHash: half(0), valueHash: half(1) } })
  t.equal(result.ok, false)
  t.end()
})

test('the empty state', (t) => {
  const key = Uint8Array.of(1)
  t.equal(stateRoot([]), EMPTY_STATE_ROOT)
  t.match(verifyStateProof(EMPTY_STATE_ROOT, key, { key, siblings: [] }), { ok: true, value: { type: 'absent' } })
  t.match(verifyStateProof(EMPTY_STATE_ROOT, key, { key, value: key, siblings: [] }), {
    ok: false,
    error: { code: 'proof/bad-state-proof' },
  })
  t.end()
})

test('what is wrong is said', (t) => {
  const entries = [0, 1, 2].map((index) => ({ key: Uint8Array.of(index), value: Uint8Array.of(index) }))
  const root = stateRoot(entries)
  const key = Uint8Array.of(1)
  const proof = proveState(entries, key)
  const own = { keyHash: bytesToHash(stateKeyHash(key)), valueHash: ZERO_HASH }
  const rows: readonly (readonly [StateProof, string])[] = [
    [{ ...proof, key: Uint8Array.of(2) }, 'key'],
    [{ ...proof, otherLeaf: own }, 'otherLeaf'],
    [{ key, siblings: proof.siblings, otherLeaf: own }, 'otherLeaf'],
    [{ ...proof, siblings: Array.from({ length: 257 }, () => root) }, 'siblings'],
    [{ ...proof, siblings: [...proof.siblings, ZERO_HASH] }, 'siblings'],
    [{ ...proof, siblings: [] }, 'siblings'],
  ]
  for (const [wrong, path] of rows)
    t.match(verifyStateProof(root, key, wrong), { ok: false, error: { code: 'proof/bad-state-proof', path } })
  t.end()
})
