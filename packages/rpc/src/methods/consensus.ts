import { ok } from '@hanse/primitives'
import {
  ADDRESSES_PER_VALIDATOR_MAX,
  bool,
  hash,
  list,
  object,
  optional,
  publicKeyCodec,
  text,
  uint,
  VALIDATORS_MAX,
  WINDOW_MAX,
} from '@hanse/protocol'
import { nullable } from '../fields.ts'
import { defineMethod, type Method } from '../method.ts'

const voters = list(uint(), { max: VALIDATORS_MAX })

export const consensusMethods: readonly Method[] = [
  defineMethod({
    name: 'consensus_getState',
    summary: 'What this node’s engine knows: epoch, view, primary, and who voted for the heights in flight',
    params: {},
    result: {
      name: 'state',
      field: object({
        epoch: uint(),
        view: uint(),
        wants: uint(),
        inView: bool(),
        primary: uint(),
        head: uint(),
        quorum: uint(),
        slots: list(object({ height: uint(), digest: optional(hash()), phase: text({ max: 32 }), prepares: voters, commits: voters }), {
          max: WINDOW_MAX,
        }),
      }),
    },
    errors: [],
    handle: ({ api }) => ok(api.consensus()),
  }),
  defineMethod({
    name: 'consensus_getValidators',
    summary: 'The validators of the present epoch, in the order that indices in certificates mean',
    params: {},
    result: {
      name: 'validators',
      field: object({
        epoch: uint(),
        quorum: uint(),
        items: list(
          object({
            index: uint(),
            organization: text({ max: 64 }),
            consensusKey: publicKeyCodec,
            peerId: text({ max: 128 }),
            addresses: list(text({ max: 256 }), { max: ADDRESSES_PER_VALIDATOR_MAX }),
          }),
          { max: VALIDATORS_MAX },
        ),
        nextCursor: nullable(text({ max: 64 })),
      }),
    },
    errors: [],
    handle: ({ api }) => {
      const { epoch, quorum } = api.consensus()
      return ok({ epoch, quorum, items: api.validators().map((validator, index) => ({ index, ...validator })), nextCursor: null })
    },
  }),
]
