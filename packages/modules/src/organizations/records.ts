import { address, CLIENT_REF_LENGTH_MAX, hash, object, text } from '@hanse/protocol'
import { defineRecord } from '@hanse/state'
import { partyId } from '../fields.ts'
import { firstUseCodec, operatorCodec, partyCodec, proposalCodec } from './codecs.ts'
import { firstUses, operators, parties, proposals } from './store.ts'

export const records = {
  party: defineRecord({
    summary: 'A party with its identifiers, roles and KYC',
    key: object({ partyId: partyId() }),
    value: partyCodec,
    keyOf: (key) => parties.keyOf(key.partyId),
  }),
  operator: defineRecord({
    summary: 'An operator’s key, a revoked one too; absent when the address was never given',
    key: object({ address: address() }),
    value: operatorCodec,
    keyOf: (key) => operators.keyOf(key.address),
  }),
  proposal: defineRecord({
    summary: 'An open four-eyes proposal of a party',
    key: object({ partyId: partyId(), callDigest: hash() }),
    value: proposalCodec,
    keyOf: (key) => proposals.keyOf([key.partyId, key.callDigest]),
  }),
  clientRef: defineRecord({
    summary: 'The transaction that first used a party’s reference; absent as long as none did',
    key: object({ partyId: partyId(), clientRef: text({ max: CLIENT_REF_LENGTH_MAX }) }),
    value: firstUseCodec,
    keyOf: (key) => firstUses.keyOf([key.partyId, key.clientRef]),
  }),
}
