import { hash } from 'node:crypto'

const WORDS = 64
const KEYS = 256
const BLOCK_BYTES = 64

interface Entry {
  readonly step: number
  readonly text: string
}

/**
 * The yardstick of the baseline: what a node's processor does most of the time, in one mix. Integers in typed arrays, small objects, short
 * texts in a map, a large integer, SHA-256 of 64 bytes. It uses nothing of this repository, so that nothing here changes it.
 *
 * This file never changes: the baseline knows its bytes. Another mix is another file, see `calibration.ts`.
 */
export function calibration1(steps: number): string {
  const words = new Uint32Array(WORDS).map((_, index) => Math.imul(index + 1, 0x9e3779b1))
  const block = new Uint8Array(BLOCK_BYTES)
  const entries = new Map<string, Entry>()
  let balance = 10_000_000_000n
  let digest = ''
  for (let step = 0; step < steps; step++) {
    let carry = step
    for (let index = 0; index < WORDS; index++) {
      const word = words[index] as number
      carry = Math.imul(carry ^ word ^ (word >>> 15), 0x85ebca6b) ^ (carry << 7)
      words[index] = carry
      block[index] = carry
    }
    digest = hash('sha256', block, 'binary')
    const text = `key-${(carry >>> 0) % KEYS}`
    const before = entries.get(text)
    entries.set(text, { step, text: before === undefined ? digest : before.text })
    balance += BigInt(digest.charCodeAt(0)) - BigInt(before === undefined ? 1 : before.step % KEYS)
  }
  return `${digest.length} ${balance} ${entries.size} ${words[WORDS - 1]}`
}
