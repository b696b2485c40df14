import { list, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { partyId } from '../../fields.ts'
import { requireOperator, requireParty } from '../../organizations/api.ts'
import { checkLists, screenedListOf } from '../../supervision/api.ts'
import { LISTS_MAX, SUBJECTS_MAX } from '../limits.ts'
import { refuse } from '../rejections.ts'
import { subjectsOf } from '../screening.ts'
import { emit, paramsOf, screenings } from '../store.ts'

/**
 * Domain §1, sanctions: a bank proves of a party that it is on none of the lists that are demanded, as they are now. Who proves it does not
 * matter to what is proven, so that one screening serves every bank.
 */
export const screen = defineCommand({
  summary: 'Bank: proves that a party is on none of the sanctions lists in force',
  params: message(hanse.receivables.v1.Screen, {
    bank: partyId(),
    partyId: partyId(),
    lists: list(screenedListOf(hanse.receivables.v1, SUBJECTS_MAX), { min: 1, max: LISTS_MAX }),
  }),
  execute(context, state, { bank, partyId: id, lists }) {
    const screener = requireOperator(context, state, { partyId: bank, role: 'bank' })
    if (!screener.ok) return screener.error
    const party = requireParty(state, id, 'partyId')
    if (!party.ok) return party.error
    const checks = checkLists(state, paramsOf(state).screening?.lists ?? [], subjectsOf(party.value), lists)
    if ('code' in checks) return refuse(`receivables/${checks.code}`, checks.message, checks.path)
    screenings.put(state, id, { bank, atMs: context.timeMs, checks: checks.map(({ listId, version }) => ({ listId, version })) })
    emit(state, 'screened', { bank, lists: checks.map(({ listId, version }) => `${listId}@${version}`).join(' '), partyId: id })
    return undefined
  },
})
