import { assert } from './assert.ts'

/** A stream of pseudo-random numbers that depends on its seed alone. Not for keys. */
export interface Prng {
  /** An integer in [0, 2^32). */
  uint32(): number
  /** An integer in [0, bound). `bound` is from 1 to 2^32. */
  below(bound: number): number
  /** True with probability `numerator` / `denominator`. */
  chance(numerator: number, denominator: number): boolean
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
  bytes(length: number): Uint8Array
  /** An independent stream; drawing from it does not move this one. */
  fork(label: number): Prng
}

/** sfc32 (Chris Doty-Humphrey's PractRand), seeded through splitmix32. */
export function createPrng(seed: number): Prng {
  assert(Number.isSafeInteger(seed) && seed >= 0, `a seed is an integer from 0 to 2^53 − 1, not ${seed}`)
  let mix = (seed >>> 0) ^ Math.imul(Math.floor(seed / 0x100000000) + 1, 0x9e3779b9)
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) | 0
    let z = mix
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  const origin = splitmix()
  let a = splitmix()
  let b = splitmix()
  let c = splitmix()
  let counter = 1
  const uint32 = (): number => {
    const result = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    c |= 0
    return result >>> 0
  }
  for (let round = 0; round < 12; round++) uint32()
  const below = (bound: number): number => {
    assert(Number.isInteger(bound) && bound >= 1 && bound <= 0x100000000, `bad bound ${bound}`)
    const limit = 0x100000000 - (0x100000000 % bound)
    for (;;) {
      const draw = uint32()
      if (draw < limit) return draw % bound
    }
  }
  return {
    uint32,
    below,
    chance: (numerator, denominator) => below(denominator) < numerator,
    pick: (items) => {
      assert(items.length > 0, 'nothing to pick from')
      return items[below(items.length)] as (typeof items)[number]
    },
    shuffle: (items) => {
      const mixed = [...items]
      for (let index = mixed.length - 1; index > 0; index--) {
        const other = below(index + 1)
        const moved = mixed[index] as (typeof mixed)[number]
        mixed[index] = mixed[other] as (typeof mixed)[number]
        mixed[other] = moved
      }
      return mixed
    },
    bytes: (length) => Uint8Array.from({ length }, () => uint32() & 0xff),
    fork: (label) => createPrng(((origin ^ Math.imul(label + 1, 0x85ebca6b)) >>> 0) + (label % 0x1fffff) * 0x100000000),
  }
}
