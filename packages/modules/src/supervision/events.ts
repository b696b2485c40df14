import { described, hash, uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { partyId } from '../fields.ts'
import { listId } from './codecs.ts'

const height = (what: string) => described(what, uint())

export const events = {
  listUpdated: defineEvent({
    summary: 'A new version of a list was published, for a height to come',
    attributes: {
      listId: listId(),
      version: described('of the list, from 1', uint()),
      root: described('of the sorted Merkle tree of its entries', hash()),
      count: described('how many entries it has', uint()),
      documentHash: described('of the document that holds the entries', hash()),
      effectiveFrom: height('the first block height at which it is the current one'),
      publisher: partyId(),
    },
  }),
}
