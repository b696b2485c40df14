import type { Rejection } from '@hanse/primitives'
import { EMPTY_MERKLE_ROOT, type FieldValue } from '@hanse/protocol'
import { defineCommand, type StateReader } from '@hanse/state'
import { hasRole, type Party, requireFourEyes } from '../../organizations/api.ts'
import { type List, updateListCodec } from '../codecs.ts'
import { LISTS_MAX, PENDING_VERSIONS_MAX } from '../limits.ts'
import { heightFault } from '../notice.ts'
import { requireOffice } from '../offices.ts'
import { refuse } from '../rejections.ts'
import { ALL, emit, listIds, listStarts, lists, listVersions } from '../store.ts'

/** Domain §9, updateList: root and count stand on the chain, the entries in a document outside that its hash names. */
export const updateList = defineCommand({
  summary: 'Sanctions desk or regulator, four-eyes: publishes a list’s next version for a height ahead',
  params: updateListCodec,
  execute(context, state, params) {
    const keeper = requireOffice(context, state, ['sanctions-desk', 'regulator'])
    if (!keeper.ok) return keeper.error
    const { partyId: publisher } = keeper.value
    const { listId, version, root, count, documentHash, effectiveFrom } = params
    const known = lists.get(state, listId)
    const fault = ownerFault(keeper.value, known, listId) ?? versionFault(state, known, params) ?? heightFault(context, effectiveFrom)
    if (fault !== undefined) return fault
    const eyes = requireFourEyes(context, state, publisher)
    if (eyes !== undefined) return eyes
    if (known === undefined) listIds.append(state, ALL, listId)
    const { owner, pending } = known ?? { owner: publisher, pending: [] }
    lists.put(state, listId, { ...known, owner, latest: version, pending: [...pending, version] })
    const published = { version, root, count, documentHash, effectiveFrom, publishedAt: context.height, publisher }
    listVersions.put(state, [listId, `${version}`], published)
    listStarts.schedule(state, effectiveFrom, `${version} ${listId}`)
    emit(state, 'listUpdated', { count, documentHash, effectiveFrom, listId, publisher, root, version })
    return undefined
  },
})

function ownerFault(keeper: Party, known: List | undefined, listId: string): Rejection | undefined {
  if (known === undefined || known.owner === keeper.partyId || hasRole(keeper, 'regulator')) return undefined
  return refuse('supervision/not-list-owner', `${listId} is kept by ${known.owner}`, 'listId')
}

function versionFault(state: StateReader, known: List | undefined, params: FieldValue<typeof updateListCodec>): Rejection | undefined {
  const { listId, version, root, count } = params
  const next = (known?.latest ?? 0) + 1
  if (version !== next) return refuse('supervision/wrong-version', `the next version of ${listId} is ${next}, not ${version}`, 'version')
  if ((count === 0) !== (root === EMPTY_MERKLE_ROOT)) {
    return refuse('supervision/bad-list', `${count} entries do not go with the root ${root}`, 'count')
  }
  if (known === undefined && listIds.count(state, ALL) >= LISTS_MAX) {
    return refuse('supervision/too-many-lists', `there are ${LISTS_MAX}`, 'listId')
  }
  const waiting = known?.pending.length ?? 0
  if (waiting < PENDING_VERSIONS_MAX) return undefined
  return refuse('supervision/too-many-pending', `${waiting} versions of ${listId} wait for their height`, 'version')
}
