import { bytesToHash, bytesToHex, compareBytes, type Hash, type Hex } from '@hanse/primitives'
import { stateInnerHash, stateKeyBit, stateKeyHash, stateLeafHash, stateValueHash, verifyStateProof } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { decodePage, encodePage } from '../src/store/page-codec.ts'
import { createStateHasher } from '../src/tree/hasher.ts'
import { Page, type PageRef } from '../src/tree/page.ts'
import { proveKey } from '../src/tree/prove.ts'
import { stateRootOf } from '../src/tree/root-of.ts'
import { type LeafChange, type PageSource, updateTree } from '../src/tree/update-tree.ts'

const hasher = createStateHasher()

interface Leaf {
  readonly keyHash: Uint8Array
  readonly valueHash: Uint8Array
}

/** The definition in formats.md, word by word. */
function referenceRoot(leaves: readonly Leaf[], depth = 0): Uint8Array {
  const [first] = leaves
  if (first === undefined) return new Uint8Array(32)
  if (leaves.length === 1) return stateLeafHash(first.keyHash, first.valueHash)
  const left = leaves.filter(({ keyHash }) => stateKeyBit(keyHash, depth) === 0)
  const right = leaves.filter(({ keyHash }) => stateKeyBit(keyHash, depth) === 1)
  return stateInnerHash(referenceRoot(left, depth + 1), referenceRoot(right, depth + 1))
}

/** Pages as a store keeps them: encoded, every version until it is stale. */
class PageTable implements PageSource {
  readonly #pages = new Map<string, Uint8Array>()
  root: Page = Page.empty(0)
  #version = 0

  page(ref: PageRef, hash: Uint8Array): Page {
    const bytes = this.#pages.get(`${ref.version}:${ref.path}`)
    if (bytes === undefined) throw new Error(`no page ${ref.version}:${ref.path}`)
    const page = decodePage(bytes, ref.version, ref.path.length, hasher)
    if (bytesToHex(page.topHash) !== bytesToHex(hash)) throw new Error('a page changed its hash in the store')
    return page
  }

  update(changes: readonly LeafChange[]): void {
    this.#version += 1
    const sorted = changes.toSorted((left, right) => compareBytes(left.keyHash, right.keyHash))
    const { root, written, stale } = updateTree(this, this.root, sorted, this.#version, hasher)
    for (const { version, path } of stale) this.#pages.delete(`${version}:${path}`)
    for (const [path, { page }] of written) this.#pages.set(`${this.#version}:${path}`, encodePage(page))
    this.root = root
  }

  get size(): number {
    return this.#pages.size
  }
}

/** Key hashes that share long prefixes, which no hash function gives often enough. */
const nearKeyHash = fc
  .tuple(fc.constantFrom(0, 1, 4, 5, 12, 33), fc.nat({ max: 255 }), fc.nat({ max: 3 }))
  .map(([position, byte, tail]) => {
    const hash = new Uint8Array(32).fill(0xab)
    hash[position] = byte
    hash[31] = tail
    return hash
  })
const keyHash = fc.oneof(
  { weight: 1, arbitrary: nearKeyHash },
  { weight: 1, arbitrary: fc.nat({ max: 400 }).map((n) => stateKeyHash(Uint8Array.of(n >> 8, n & 255))) },
)
const change = fc.record({
  keyHash,
  valueHash: fc.option(
    fc.nat({ max: 5 }).map((n) => stateValueHash(Uint8Array.of(n))),
    { nil: undefined, freq: 3 },
  ),
})
const batches = fc.array(fc.uniqueArray(change, { maxLength: 40, selector: (entry) => bytesToHex(entry.keyHash) }), { maxLength: 8 })

test('any batches in any order give the root of the definition', (t) => {
  fc.assert(
    fc.property(batches, (rounds) => {
      const table = new PageTable()
      const model = new Map<Hex, Leaf>()
      for (const round of rounds) {
        table.update(round)
        for (const entry of round) {
          if (entry.valueHash === undefined) model.delete(bytesToHex(entry.keyHash))
          else model.set(bytesToHex(entry.keyHash), { keyHash: entry.keyHash, valueHash: entry.valueHash })
        }
        if (bytesToHex(table.root.topHash) !== bytesToHex(referenceRoot([...model.values()]))) throw new Error('another root')
      }
      const once = new PageTable()
      once.update([...model.values()])
      if (bytesToHex(once.root.topHash) !== bytesToHex(table.root.topHash)) throw new Error('the order of changes shows')
      if (model.size > 0 && table.size !== once.size) throw new Error(`${table.size} pages remain where ${once.size} are needed`)
    }),
    { numRuns: 150 },
  )
  t.pass('150 histories')
  t.end()
})

test('proofs of present and absent keys hold; changed ones do not', (t) => {
  const key = fc.nat({ max: 30 }).map((n) => Uint8Array.of(7, n))
  const entries = fc.uniqueArray(fc.tuple(key, fc.uint8Array({ maxLength: 4 })), { maxLength: 30, size: 'max', selector: ([k]) => k[1] })
  let present = 0
  let besides = 0
  fc.assert(
    fc.property(entries, key, fc.nat(), (state, asked, where) => {
      const table = new PageTable()
      table.update(state.map(([k, v]) => ({ keyHash: stateKeyHash(k), valueHash: stateValueHash(v) })))
      const value = state.find(([k]) => k[1] === asked[1])?.[1]
      const proof = proveKey(table, table.root, asked, value, hasher)
      const root = bytesToHash(table.root.topHash)
      const verified = verifyStateProof(root, asked, proof)
      if (!verified.ok) throw new Error(verified.error.message)
      if ((verified.value.type === 'present') !== (value !== undefined)) throw new Error('present and absent mixed up')
      if (value !== undefined) present += 1
      if (proof.otherLeaf !== undefined) besides += 1
      const { value: _, ...withoutValue } = proof
      const forged = value === undefined ? { ...proof, value: Uint8Array.of(1) } : withoutValue
      if (verifyStateProof(root, asked, forged).ok) throw new Error('a proof of the contrary holds')
      if (verifyStateProof(root, asked, { ...proof, siblings: [...proof.siblings, root] }).ok) throw new Error('a longer path holds')
      if (proof.siblings.length === 0) return
      const bent = proof.siblings.with(where % proof.siblings.length, `0x${'5a'.repeat(32)}` as Hash)
      if (verifyStateProof(root, asked, { ...proof, siblings: bent }).ok) throw new Error('a bent path holds')
    }),
    { numRuns: 300 },
  )
  t.ok(present > 20 && besides > 20, `both kinds occurred: ${present} present, ${besides} beside another leaf`)
  t.end()
})

test('the root of all entries at once is that of the tree', (t) => {
  const entry = fc.record({ key: fc.uint8Array({ minLength: 1, maxLength: 6 }), value: fc.uint8Array({ maxLength: 6 }) })
  fc.assert(
    fc.property(fc.uniqueArray(entry, { maxLength: 5_000, size: 'max', selector: ({ key }) => bytesToHex(key) }), (entries) => {
      const leaves = entries.map(({ key, value }) => ({ keyHash: stateKeyHash(key), valueHash: stateValueHash(value) }))
      if (stateRootOf(entries) !== bytesToHash(referenceRoot(leaves))) throw new Error('another root')
    }),
    { numRuns: 15 },
  )
  t.throws(() => stateRootOf([0, 0].map(() => ({ key: Uint8Array.of(1), value: Uint8Array.of(1) }))), /same key/)
  t.end()
})
