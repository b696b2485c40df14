import { type AbsenceProof, listRoot, proveAbsence, sortedEntries, subjectKey, subjectKeys, verifyAbsence } from '@hanse/modules'
import { bytesToHash, concatBytes, createPrng, type Hash, hexToBytes, InvariantError, uint64ToBytes } from '@hanse/primitives'
import { EMPTY_MERKLE_ROOT, merkleProof, merkleRoot } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'

const digit = (value: number): Hash => `0x${value.toString(16).padStart(2, '0').repeat(32)}` as Hash
const ENTRIES = [digit(0x10), digit(0x20), digit(0x30), digit(0x40), digit(0x50)]
const ROOT = listRoot(ENTRIES)

function proven(entries: readonly Hash[], key: Hash): AbsenceProof {
  const proof = proveAbsence(entries, key)
  if (proof === undefined) throw new Error(`${key} is listed`)
  return proof
}

function leavesOf(entries: readonly Hash[]): readonly Uint8Array[] {
  return entries.map((one) => concatBytes(hexToBytes(one), uint64ToBytes(entries.length)))
}

/** An entry at a place with its true path, whatever the order of the leaves. */
function entry(entries: readonly Hash[], index: number): NonNullable<AbsenceProof['before']> {
  return { key: entries[index] as Hash, index, path: merkleProof(leavesOf(entries), index) }
}

/** The same as the second of two neighbours: its path ends where it comes to that of the one before. */
function follower(entries: readonly Hash[], index: number): NonNullable<AbsenceProof['after']> {
  let full = 1
  while (index % (2 * full) === 0) full *= 2
  return { key: entries[index] as Hash, index, path: merkleProof(leavesOf(entries).slice(index, index + full), 0) }
}

test('a key that is not listed is proven by its neighbours: inside, before the first, after the last, in an empty list', (t) => {
  const rows = [
    [digit(0x25), 1, 2],
    [digit(0x05), undefined, 0],
    [digit(0x60), 4, undefined],
  ] as const
  for (const [key, before, after] of rows) {
    const proof = proven(ENTRIES, key)
    t.same([proof.before?.index, proof.after?.index], [before, after])
    t.ok(verifyAbsence(ROOT, 5, key, proof))
  }
  t.same(proven([], digit(1)), {})
  t.ok(verifyAbsence(listRoot([]), 0, digit(1), {}))
  t.equal(listRoot([]), EMPTY_MERKLE_ROOT)
  for (const key of ENTRIES) t.equal(proveAbsence(ENTRIES, key), undefined, 'a listed one has no proof')
  t.end()
})

test('what is no proof is refused', (t) => {
  const key = digit(0x25)
  const good = proven(ENTRIES, key)
  const rows: readonly (readonly [string, Hash, number, Hash, AbsenceProof])[] = [
    ['a smaller count', ROOT, 4, key, good],
    ['a larger count', ROOT, 6, key, good],
    ['a count of nothing', ROOT, 0, key, good],
    ['a count that is none', ROOT, -5, key, good],
    ['a count in part', ROOT, 5.5, key, good],
    ['another root', listRoot(ENTRIES.slice(1)), 5, key, good],
    ['a key outside the two', ROOT, 5, digit(0x35), good],
    ['a listed key, with the neighbours on both sides', ROOT, 5, digit(0x20), { before: entry(ENTRIES, 0), after: follower(ENTRIES, 2) }],
    ['a listed key, as its own neighbour', ROOT, 5, digit(0x20), { before: entry(ENTRIES, 1), after: follower(ENTRIES, 2) }],
    ['a listed key, as its own follower', ROOT, 5, digit(0x20), { before: entry(ENTRIES, 0), after: follower(ENTRIES, 1) }],
    ['neighbours that are none', ROOT, 5, key, { before: entry(ENTRIES, 1), after: follower(ENTRIES, 3) }],
    ['the wrong way round', ROOT, 5, key, { before: entry(ENTRIES, 2), after: entry(ENTRIES, 1) }],
    ['one neighbour inside the list', ROOT, 5, key, { before: entry(ENTRIES, 1) }],
    ['the other neighbour alone', ROOT, 5, key, { after: entry(ENTRIES, 2) }],
    ['a first that is not the first', ROOT, 5, digit(0x05), { after: entry(ENTRIES, 1) }],
    ['a last that is not the last', ROOT, 5, digit(0x60), { before: entry(ENTRIES, 3) }],
    ['a place that was moved', ROOT, 5, key, { before: { ...entry(ENTRIES, 1), index: 0 }, after: { ...follower(ENTRIES, 2), index: 1 } }],
    ['a second one with a path to the root', ROOT, 5, key, { ...good, after: entry(ENTRIES, 2) }],
    ['a second one with a path too short', ROOT, 5, key, { ...good, after: { ...follower(ENTRIES, 2), path: [] } }],
    ['a second one of another place', ROOT, 5, key, { ...good, after: { ...follower(ENTRIES, 3), index: 2 } }],
    ['a second one beyond the end', ROOT, 5, digit(0x60), { before: entry(ENTRIES, 4), after: { ...follower(ENTRIES, 4), index: 5 } }],
    ['a path too short', ROOT, 5, key, { ...good, before: { ...entry(ENTRIES, 1), path: [] } }],
    ['no proof for a list with entries', ROOT, 5, key, {}],
    ['no proof for a count of nothing with a root of something', ROOT, 0, key, {}],
    ['an empty list with a count', EMPTY_MERKLE_ROOT, 1, key, {}],
  ]
  for (const [name, root, count, one, proof] of rows) t.notOk(verifyAbsence(root, count, one, proof), name)
  t.ok(verifyAbsence(ROOT, 5, key, good))
  t.end()
})

test('leaves out of order prove nothing between them', (t) => {
  const unsorted = [digit(0x30), digit(0x10), digit(0x20)]
  const root = merkleRoot(leavesOf(unsorted))
  t.notOk(verifyAbsence(root, 3, digit(0x25), { before: entry(unsorted, 0), after: follower(unsorted, 1) }))
  t.notOk(verifyAbsence(root, 3, digit(0x15), { before: entry(unsorted, 2), after: follower(unsorted, 1) }))
  t.throws(() => listRoot(unsorted), InvariantError)
  t.throws(() => listRoot([digit(1), digit(1)]), InvariantError, 'nor does one stand twice')
  t.throws(() => proveAbsence(unsorted, digit(5)), InvariantError)
  t.same(sortedEntries([...unsorted, digit(0x10)]), [digit(0x10), digit(0x20), digit(0x30)])
  t.end()
})

test('of random lists: absent is proven, listed never is, and no proof is good for another count', (t) => {
  const anyHash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHash)
  fc.assert(
    fc.property(fc.array(anyHash, { maxLength: 40 }), anyHash, fc.nat(60), (some, key, count) => {
      const entries = sortedEntries(some)
      const root = listRoot(entries)
      const proof = proven(entries, key)
      if (!verifyAbsence(root, entries.length, key, proof)) return false
      if (count !== entries.length && verifyAbsence(root, count, key, proof)) return false
      // No two places of the list, true paths and all, hide a listed one.
      for (const listed of entries) {
        for (let index = 0; index < entries.length; index += 1) {
          const [one, next] = [entry(entries, index), index + 1 < entries.length ? follower(entries, index + 1) : undefined]
          if (verifyAbsence(root, entries.length, listed, { before: one, ...(next === undefined ? {} : { after: next }) })) return false
          if (verifyAbsence(root, entries.length, listed, { after: one })) return false
        }
      }
      return true
    }),
    { numRuns: 60 },
  )
  t.end()
})

test('a list of 20,000 has proofs of 15 hashes, and one more on average for the second neighbour', (t) => {
  const prng = createPrng(7)
  const entries = sortedEntries(Array.from({ length: 20_000 }, () => bytesToHash(prng.bytes(32))))
  const key = subjectKey({ name: 'Bình Dương Gỗ Việt', country: 'VN' })
  const proof = proven(entries, key)
  t.ok(verifyAbsence(listRoot(entries), entries.length, key, proof))
  t.ok((proof.before?.path.length ?? 0) <= 15)
  const between = entries.slice(0, 64).map((one) => proven(entries, `${one.slice(0, -1)}${one.endsWith('f') ? 'e' : 'f'}` as Hash))
  const seconds = between.map(({ after }) => after?.path.length ?? 0)
  t.ok(seconds.reduce((sum, length) => sum + length, 0) <= 2 * seconds.length)
  t.end()
})

test('a subject is one whatever its spelling, and another with another LEI, name or country', (t) => {
  const key = subjectKey({ name: 'Bình Dương Gỗ Việt', country: 'VN' })
  for (const name of ['BÌNH DƯƠNG GỖ VIỆT', ' bình  dương-gỗ.việt ', 'Ｂình Dương Gỗ Việt', 'Bình Dương Gỗ Việt'.normalize('NFD')]) {
    t.equal(subjectKey({ name, country: 'vn' }), key, name)
  }
  t.not(subjectKey({ name: 'Binh Duong Go Viet', country: 'VN' }), key)
  t.not(subjectKey({ name: 'Bình Dương Gỗ Việt', country: 'CN' }), key)
  t.not(subjectKey({ name: 'VNBình Dương Gỗ Việt', country: '' }), key, 'fields do not run into each other')
  const lei = '300300DEMVNGOVT00743'
  t.equal(subjectKey({ lei, name: 'one', country: 'VN' }), subjectKey({ lei: lei.toLowerCase(), name: 'another', country: 'CN' }))
  t.same(subjectKeys({ lei, name: 'Bình Dương Gỗ Việt', country: 'VN' }), [subjectKey({ lei, name: '', country: '' }), key])
  t.same(subjectKeys({ name: 'Bình Dương Gỗ Việt', country: 'VN' }), [key])
  t.equal(key, '0xf75d5a2f4d55cb3c9f66da4f898affba21e37b29e9ce3bbb86919bafb4f7c342', 'one that other software can be held to')
  t.end()
})
