import { assert, concatBytes, type Hash, hexToBytes, uint64ToBytes } from '@hanse/primitives'
import { canonicalJsonBytes, EMPTY_MERKLE_ROOT, merkleProof, merkleRoot, taggedHash, verifyMerkleProof } from '@hanse/protocol'

/**
 * A version of a list is a Merkle tree (RFC 6962 §2.1) over its entries in ascending order, each once. Two neighbours prove that nothing
 * stands between them; so whoever has root and count is told that a subject is not listed without being told who is.
 *
 * A path of such a tree is good for several sizes: so each leaf has the number of entries in it, and a proof is good for one alone.
 */

/** An entry with the path that proves its place. */
export interface ProvenEntry {
  readonly key: Hash
  /** Its place in the list, from 0. */
  readonly index: number
  /** Sibling hashes, from the leaf up. */
  readonly path: readonly Hash[]
}

/**
 * The two neighbours of the place at which a key would stand. At an end of the list there is one, in an empty list none. Where there are
 * two, the path of `after` ends where it comes to that of `before`, which goes on for both: most of the two would be the same.
 */
export interface AbsenceProof {
  readonly before?: ProvenEntry
  readonly after?: ProvenEntry
}

/** What a subject is looked up by. */
export interface SubjectIdentifier {
  /** ISO 17442. Where it is given it alone makes the key. */
  readonly lei?: string
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

/** The scripts whose letters have had their capitals since long: nodes with different tables of Unicode agree on these. */
const LETTERS_WITH_CAPITALS = /[\u0041-\u052f\u1e00-\u1eff]+/gu
/** What two spellings of one name may differ in: spaces, punctuation, signs. */
const INSIGNIFICANT = /[^\p{L}\p{M}\p{N}]+/gu

/** NFKC, capitals, nothing but letters, marks and digits. */
function normalize(text: string): string {
  const capitals = text.normalize('NFKC').replace(LETTERS_WITH_CAPITALS, (letters) => letters.toUpperCase())
  return capitals.normalize('NFKC').replace(INSIGNIFICANT, '').normalize('NFKC')
}

/** `H(subject, RFC 8785 JSON)` of `{lei}`, or of `{country, name}` where no LEI is known; all in normal form. */
export function subjectKey({ lei, name, country }: SubjectIdentifier): Hash {
  const terms = lei === undefined ? { country: normalize(country), name: normalize(name) } : { lei: normalize(lei) }
  const json = canonicalJsonBytes(terms)
  assert(json.ok, 'texts in normal form are canonical JSON')
  return taggedHash('subject', json.value)
}

/**
 * Every key that a subject can be listed under: that of its LEI, if it has one, and that of name and country. It is not listed when none of them is.
 */
export function subjectKeys({ lei, name, country }: SubjectIdentifier): readonly Hash[] {
  const byName = subjectKey({ name, country })
  return lei === undefined ? [byName] : [subjectKey({ lei, name, country }), byName]
}

/** The entries as a list has them: ascending, each once. */
export function sortedEntries(entries: Iterable<Hash>): readonly Hash[] {
  // Hashes are hexadecimal in small letters, so that texts stand in the order of their bytes.
  return [...new Set(entries)].sort()
}

function assertSorted(entries: readonly Hash[]): void {
  for (let index = 1; index < entries.length; index += 1) {
    assert((entries[index - 1] as Hash) < (entries[index] as Hash), () => `entry ${index} of the list does not come after the one before`)
  }
}

/** `entry ‖ u64(count)`. */
function leafOf(entry: Hash, count: number): Uint8Array {
  return concatBytes(hexToBytes(entry), uint64ToBytes(count))
}

function leavesOf(entries: readonly Hash[]): readonly Uint8Array[] {
  return entries.map((entry) => leafOf(entry, entries.length))
}

/** The root of a version. `entries` MUST be ascending, each once: `sortedEntries`. */
export function listRoot(entries: readonly Hash[]): Hash {
  assertSorted(entries)
  return merkleRoot(leavesOf(entries))
}

/** Undefined when the key is listed. `entries` MUST be ascending, each once. */
export function proveAbsence(entries: readonly Hash[], key: Hash): AbsenceProof | undefined {
  assertSorted(entries)
  const place = placeOf(entries, key)
  if (entries[place] === key) return undefined
  const leaves = leavesOf(entries)
  const proven = (index: number, path: readonly Hash[]): ProvenEntry => ({ key: entries[index] as Hash, index, path })
  const after = (): ProvenEntry => {
    if (place === 0) return proven(0, merkleProof(leaves, 0))
    return proven(place, merkleProof(leaves.slice(place, place + meetingOf(place, entries.length).size), 0))
  }
  return {
    ...(place > 0 ? { before: proven(place - 1, merkleProof(leaves, place - 1)) } : {}),
    ...(place < entries.length ? { after: after() } : {}),
  }
}

/**
 * Where the paths of the entries `index − 1` and `index` come together, in a list of `count`: the first is the last of a full subtree of
 * `2^level` entries, the second the first of the one beside it, which has `size`.
 */
function meetingOf(index: number, count: number): { readonly level: number; readonly size: number } {
  const level = 31 - Math.clz32(index & -index)
  return { level, size: Math.min(2 ** level, count - index) }
}

/** How many entries are below the key. */
function placeOf(entries: readonly Hash[], key: Hash): number {
  let from = 0
  let to = entries.length
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((entries[middle] as Hash) < key) from = middle + 1
    else to = middle
  }
  return from
}

/** True when the key stands in no list of this root and count whose entries ascend. Total: whatever is wrong gives false. */
export function verifyAbsence(root: Hash, count: number, key: Hash, { before, after }: AbsenceProof): boolean {
  if (!Number.isSafeInteger(count) || count < 0) return false
  if (before === undefined && after === undefined) return count === 0 && root === EMPTY_MERKLE_ROOT
  const stands = ({ key: entry, index, path }: ProvenEntry, within = { root, index, size: count }): boolean =>
    verifyMerkleProof({ ...within, leaf: leafOf(entry, count), path })
  // At an end the one neighbour is the first or the last of the list; inside, the two stand side by side.
  if ((before?.index ?? -1) + 1 !== (after?.index ?? count)) return false
  if (before !== undefined && !(before.key < key && stands(before))) return false
  if (after === undefined) return true
  if (!(key < after.key)) return false
  if (before === undefined) return stands(after)
  const { level, size } = meetingOf(after.index, count)
  const beside = before.path[level]
  return beside !== undefined && stands(after, { root: beside, index: 0, size })
}
