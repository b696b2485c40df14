import { assert } from '@hanse/primitives'
import type { TermGroups } from './terms.ts'

/** The first row of a term at or after a number, in the direction of the walk. */
export type Seek = (term: number, number: number) => number | undefined

/** `spent` when the walk ended before it could tell; `at` is the first number that it did not look at. */
export type Step = { readonly type: 'found' | 'spent'; readonly at: number } | { readonly type: 'end' }

/**
 * Walks the rows that have a term of every group, in one direction, without looking at those in between: each list in turn jumps to where
 * the others are (leapfrog join, Veldhuizen 2014). The work is bounded by `seeksMax`, whatever the lists hold.
 */
export class Intersection {
  readonly #groups: readonly Group[]
  readonly #seeks: { left: number }

  constructor(groups: TermGroups, seek: Seek, isDescending: boolean, seeksMax: number) {
    assert(groups.length > 0, 'a walk follows at least one list')
    const seeks = { left: seeksMax }
    this.#seeks = seeks
    const counted: Seek = (term, number) => {
      seeks.left -= 1
      return seek(term, number)
    }
    this.#groups = groups.map((terms) => new Group(terms, counted, isDescending))
  }

  /** The first row at or after `number`. Numbers of later calls lie further on. */
  next(number: number): Step {
    let at = number
    let agreed = 0
    for (let turn = 0; agreed < this.#groups.length; turn = (turn + 1) % this.#groups.length) {
      if (this.#seeks.left <= 0) return { type: 'spent', at }
      const found = this.#groups[turn]?.next(at)
      if (found === undefined) return { type: 'end' }
      agreed = found === at ? agreed + 1 : 1
      at = found
    }
    return { type: 'found', at }
  }
}

/** The union of the lists of some terms. */
class Group {
  readonly #seek: Seek
  readonly #isDescending: boolean
  readonly #lists: { readonly term: number; at: number | undefined; isRead: boolean }[]

  constructor(terms: readonly number[], seek: Seek, isDescending: boolean) {
    this.#seek = seek
    this.#isDescending = isDescending
    this.#lists = [...new Set(terms)].map((term) => ({ term, at: undefined, isRead: false }))
  }

  next(number: number): number | undefined {
    let nearest: number | undefined
    for (const list of this.#lists) {
      if (!list.isRead || (list.at !== undefined && this.#isBefore(list.at, number))) {
        list.at = this.#seek(list.term, number)
        list.isRead = true
      }
      if (list.at !== undefined && (nearest === undefined || this.#isBefore(list.at, nearest))) nearest = list.at
    }
    return nearest
  }

  #isBefore(left: number, right: number): boolean {
    return this.#isDescending ? left > right : left < right
  }
}
