import { bool, choice, described, hash, text, uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { blockTimeMs, partyId } from '../fields.ts'
import { action, covers, listId, period, RESULTS, ruleId } from './codecs.ts'

const effectiveFrom = () => described('the first block height at which it counts', uint())
const documentHash = (of: string) => described(of, hash())
const version = () => described('of the rule or list, from 1', uint())
const orderHash = () => documentHash('of the order of court or authority')
const ordersLeft = () => described('how many orders still stand', uint())

export const events = {
  listUpdated: defineEvent({
    summary: 'A new version of a list was published, for a height to come',
    attributes: {
      listId: listId(),
      version: version(),
      root: described('of the sorted Merkle tree of its entries', hash()),
      count: described('how many entries it has', uint()),
      documentHash: documentHash('of the document that holds the entries'),
      effectiveFrom: effectiveFrom(),
      publisher: partyId(),
    },
  }),
  rulePublished: defineEvent({
    summary: 'A new version of a rule was published, for a height to come',
    attributes: {
      ruleId: ruleId(),
      version: version(),
      covers: covers(),
      predicate: text({ max: 32, description: 'name of the predicate' }),
      action: action(),
      legalBasisHash: documentHash('of the text that the rule rests on'),
      emergency: described('whether the short notice was taken', bool()),
      effectiveFrom: effectiveFrom(),
      publisher: partyId(),
    },
  }),
  ruleMatched: defineEvent({
    summary: 'A rule in force had something to say to a transaction that went through',
    attributes: { ruleId: ruleId(), version: version(), covers: covers(), result: choice(...RESULTS) },
  }),
  callCleared: defineEvent({
    summary: 'The regulator let a call through that a rule holds',
    attributes: { authority: partyId(), callDigest: described('of the exact call', hash()), expiresAtMs: blockTimeMs() },
  }),
  frozen: defineEvent({
    summary: 'An authority froze a party’s accounts, or renewed its order',
    attributes: { authority: partyId(), partyId: partyId(), orderHash: orderHash(), expiresAtMs: blockTimeMs() },
  }),
  orderEnded: defineEvent({
    summary: 'An order on a party’s accounts was lifted or expired; with the last one they are free',
    attributes: { partyId: partyId(), orders: ordersLeft(), reason: text({ max: 140, description: 'a text for people' }) },
  }),
  reportAttested: defineEvent({
    summary: 'The regulator attested a month’s totals, which are those of the state',
    attributes: {
      attester: partyId(),
      period: period(),
      totals: described('how many rows it has', uint()),
      documentHash: documentHash('of the report'),
    },
  }),
}
