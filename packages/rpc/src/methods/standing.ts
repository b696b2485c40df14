import { type Hex, ok } from '@hanse/primitives'
import {
  choice,
  described,
  ED25519_SIGNATURE_SIZE_BYTES,
  fixedHex,
  hash,
  object,
  optional,
  text,
  uint,
  VALIDATORS_MAX,
} from '@hanse/protocol'
import { defineMethod } from '../method.ts'

export const consensusGetStanding = defineMethod({
  name: 'consensus_getStanding',
  summary: 'Where the consensus key of this node stands on the chain: validator, observer, or neither',
  description:
    'An observer’s answer has its signature of the newest checkpoint of the chain, as a vote that makes it a validator (addValidator of governance) must carry it: it has followed the chain until there. The chain keeps a checkpoint a minute while somebody observes, and takes a signature for ten minutes.',
  params: {},
  result: {
    name: 'standing',
    field: object({
      standing: choice('validator', 'observer', 'none'),
      consensusKey: optional(described('absent for a node without one', fixedHex<Hex>(32))),
      organization: optional(described('by which the chain knows the key', text({ max: 64 }))),
      index: optional(uint({ max: VALIDATORS_MAX - 1 })),
      sinceHeight: optional(described('from which on it observes', uint())),
      readiness: optional(
        object({ height: uint(), headerHash: hash(), signature: fixedHex<Hex>(ED25519_SIGNATURE_SIZE_BYTES), keptAtMs: uint() }),
      ),
    }),
  },
  errors: [],
  cost: 5,
  handle: ({ api }) => ok(api.standing()),
})
