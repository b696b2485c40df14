import { defineRecord } from '@hanse/state'
import { proposalArgsCodec, proposalCodec } from './codecs.ts'
import { proposals } from './store.ts'

export const records = {
  proposal: defineRecord({
    summary: 'A proposal with its votes and what became of it',
    key: proposalArgsCodec,
    value: proposalCodec,
    keyOf: ({ proposalId }) => proposals.keyOf(proposalId),
  }),
}
