import { listRoot, proveAbsence, sortedEntries, subjectKey } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { address, both, CAST, type CastMember, DAY_MS, leiOf } from '../cast.ts'
import { type Args, type Desk, HASH, openDesk } from './desk.ts'

export const LISTS = ['un', 'eu'] as const
export type ListId = (typeof LISTS)[number]

const GUESTS: readonly CastMember[] = [{ partyId: 'desk', name: 'Sanctions Desk', roles: ['sanctions-desk'], lei: leiOf(26) }]
/** Of somebody else: so that proofs have neighbours. */
const OTHERS = ['RU', 'KP', 'IR'].map((country) => subjectKey({ name: 'Somebody else', country }))

/** The key of a party by its name, and by its LEI where it has one. */
export function keysOf(partyId: string): { readonly byName: Hash; readonly byLei?: Hash } {
  const { name, lei } = CAST.find((member) => member.partyId === partyId) as CastMember
  return {
    byName: subjectKey({ name, country: 'CN' }),
    ...(lei === undefined ? {} : { byLei: subjectKey({ lei, name: '', country: '' }) }),
  }
}

/** A chain that demands two lists for a day, and whoever keeps them. */
export class ScreeningDesk {
  readonly desk: Desk
  readonly #entries: Record<ListId, readonly Hash[]> = { un: [], eu: [] }
  readonly #versions: Record<ListId, number> = { un: 0, eu: 0 }

  constructor(given: { readonly published?: boolean } = {}) {
    this.desk = openDesk(GUESTS, { utcOffsetMinutes: 480, graceDays: 3, screening: { lists: [...LISTS], validMs: DAY_MS } })
    if (given.published !== false) for (const listId of LISTS) this.publish(listId)
  }

  /** The next version of a list, in force from the next block on. */
  publish(listId: ListId, listed: readonly Hash[] = []): void {
    const { harness } = this.desk
    const entries = sortedEntries([...OTHERS, ...listed])
    this.#entries[listId] = entries
    this.#versions[listId] += 1
    const head = { version: this.#versions[listId], root: listRoot(entries), count: entries.length, documentHash: HASH }
    const update = { listId, ...head, effectiveFrom: harness.height + 2 }
    const code = this.desk.send(both('desk'), 'updateList', update, 'supervision')
    if (code !== 'success') throw new Error(`${listId}: ${code}`)
    harness.advance(1)
  }

  /** Params of a screening against the lists as they are; a listed key has no proof. */
  clear(partyId: string, bank = 'bank-a'): Args {
    const subjects = this.desk.query('screening', { partyId })['subjects'] as readonly Hash[]
    const lists = LISTS.map((listId) => {
      const absences = subjects.map((key) => (proveAbsence(this.#entries[listId], key) ?? {}) as unknown as Json)
      return { listId, version: this.#versions[listId], absences }
    })
    return { bank, partyId, lists }
  }

  screen(...partyIds: readonly string[]): string {
    const codes = partyIds.map((partyId) => this.desk.send([address('bank-a')], 'screen', this.clear(partyId)))
    return codes.find((code) => code !== 'success') ?? 'success'
  }

  holds(partyId: string): boolean {
    return this.desk.query('screening', { partyId })['holds'] === true
  }
}
