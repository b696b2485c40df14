import { readdirSync, readFileSync } from 'node:fs'
import { bytesToHash, type Hash } from '@hanse/primitives'
import { EMPTY_MERKLE_ROOT, merkleLeafHash, merkleProof, merkleRoot, verifyMerkleLeafHash, verifyMerkleProof } from '@hanse/protocol'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { test } from 'tap'
import { holds } from './support/holds.ts'
import { needsVectors, vectorsPath } from './support/public-vectors.ts'

interface InclusionVector {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[] | null
  readonly desc: string
  readonly wantErr: boolean
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

/** A value of another size than a hash cannot be written as one: that alone is a refusal. */
function verdict(vector: InclusionVector): boolean {
  const hashes = [vector.root, vector.leafHash, ...(vector.proof ?? [])].map(fromBase64)
  if (hashes.some((hash) => hash.length !== 32)) return false
  const [root, leafHash, ...path] = hashes as [Uint8Array, Uint8Array, ...Uint8Array[]]
  return verifyMerkleLeafHash({
    root: bytesToHash(root),
    leafHash,
    index: vector.leafIdx,
    size: vector.treeSize,
    path: path.map(bytesToHash),
  })
}

test('RFC 6962 inclusion vectors', needsVectors('rfc6962/inclusion'), (t) => {
  const folder = vectorsPath('rfc6962/inclusion')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  t.ok(files.length >= 90, `${files.length} vectors`)
  for (const name of files) {
    const vector = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as InclusionVector
    t.equal(verdict(vector), !vector.wantErr, `${name}: ${vector.desc}`)
  }
  t.end()
})

test('RFC 6962 §2.1.3: the example roots of certificate transparency', (t) => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const leaves = inputs.map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')))
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  for (const [size, root] of roots.entries()) t.equal(merkleRoot(leaves.slice(0, size)), `0x${root}`, `${size} leaves`)
  t.equal(merkleRoot([]), EMPTY_MERKLE_ROOT)
  t.end()
})

/** RFC 6962 §2.1 word for word: split at the largest power of two below n. */
function definedRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return merkleLeafHash(leaves[0] as Uint8Array)
  let split = 1
  while (2 * split < leaves.length) split *= 2
  return sha256(Buffer.concat([Uint8Array.of(1), definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split))]))
}

const someLeaves = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 })

test('the root is that of the definition', (t) => {
  holds(
    t,
    'root',
    fc.property(someLeaves, (leaves) => merkleRoot(leaves) === bytesToHash(definedRoot(leaves))),
  )
  t.end()
})

test('every leaf has a proof, and it proves that leaf at that index in that tree only', (t) => {
  const cases = fc.record({ leaves: someLeaves, pick: fc.nat(), bit: fc.nat(255), shift: fc.integer({ min: 1, max: 69 }) })
  holds(
    t,
    'proofs',
    fc.property(cases, ({ leaves: given, pick, bit, shift }) => {
      // Of equal leaves one is proven as well as the other: made different, each has its own place.
      const leaves = given.map((leaf, place) => Uint8Array.of(place, ...leaf))
      const index = pick % leaves.length
      const inclusion = {
        root: merkleRoot(leaves),
        leaf: leaves[index] as Uint8Array,
        index,
        size: leaves.length,
        path: merkleProof(leaves, index),
      }
      if (!verifyMerkleProof(inclusion)) return false
      const otherIndex = (index + shift) % leaves.length
      if (otherIndex !== index && verifyMerkleProof({ ...inclusion, index: otherIndex })) return false
      if (verifyMerkleProof({ ...inclusion, leaf: Uint8Array.of(...inclusion.leaf, 0) })) return false
      if (verifyMerkleProof({ ...inclusion, path: [...inclusion.path, inclusion.root] })) return false
      const [first, ...rest] = inclusion.path
      if (first === undefined) return true
      const flipped = Buffer.from(first.slice(2), 'hex')
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7))
      return (
        !verifyMerkleProof({ ...inclusion, path: rest }) &&
        !verifyMerkleProof({ ...inclusion, path: [`0x${flipped.toString('hex')}` as Hash, ...rest] })
      )
    }),
  )
  t.end()
})

test('nonsense is false, not an exception', (t) => {
  const leaves = [Uint8Array.of(1), Uint8Array.of(2)]
  const good = { root: merkleRoot(leaves), leaf: Uint8Array.of(1), index: 0, size: 2, path: merkleProof(leaves, 0) }
  t.equal(verifyMerkleProof(good), true)
  for (const wrong of [
    { index: -1 },
    { index: 2 },
    { index: 0.5 },
    { index: Number.NaN },
    { size: 0 },
    { size: 2 ** 53 },
    { size: Number.POSITIVE_INFINITY },
  ]) {
    t.equal(verifyMerkleProof({ ...good, ...wrong }), false, JSON.stringify(wrong))
  }
  t.throws(() => merkleProof(leaves, 2), { name: 'InvariantError' })
  t.end()
})
