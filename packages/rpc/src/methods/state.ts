import { err, ok } from '@hanse/primitives'
import {
  bytes,
  COMMAND_NAME_LENGTH_MAX,
  commitCertificateCodec,
  described,
  headerCodec,
  jsonValue,
  MODULE_NAME_LENGTH_MAX,
  object,
  optional,
  STATE_KEY_BYTES_MAX,
  STATE_VALUE_BYTES_MAX,
  stateProofCodec,
  text,
  uint,
} from '@hanse/protocol'
import { refusedRead } from '../errors.ts'
import { heightField, nullable, resolveHeight } from '../fields.ts'
import { defineMethod, type Method } from '../method.ts'

export const stateMethods: readonly Method[] = [
  defineMethod({
    name: 'state_query',
    summary: 'Asks a module about the state at a final height',
    description: 'x-modules of this document lists each module’s queries with the schemas of args and value.',
    params: {
      module: text({ max: MODULE_NAME_LENGTH_MAX }),
      query: text({ max: COMMAND_NAME_LENGTH_MAX }),
      args: optional(described('as the query’s schema says; default {}', jsonValue())),
      height: optional(heightField),
    },
    result: { name: 'answer', field: object({ value: described('as the query’s schema says', jsonValue()), height: uint() }) },
    errors: ['query/unknown-module', 'query/unknown-query', 'state/unknown-height', 'state/pruned'],
    handle: ({ api, head }, { module, query, args, height }) => {
      const answer = api.query(module, query, args ?? {}, resolveHeight(height, head))
      return answer.ok ? answer : err(refusedRead(answer.error))
    },
  }),
  defineMethod({
    name: 'state_getProof',
    summary: 'What the state at a final height says about a key, with a proof that needs the validators’ keys alone',
    description: 'A key that is absent has the value null, and its proof proves that. The certificate is absent at genesis.',
    params: {
      key: described('module ‖ 0x00 ‖ key', bytes({ min: 1, max: STATE_KEY_BYTES_MAX })),
      height: optional(heightField),
    },
    result: {
      name: 'proof',
      field: object({
        height: uint(),
        key: bytes({ min: 1, max: STATE_KEY_BYTES_MAX }),
        value: nullable(bytes({ max: STATE_VALUE_BYTES_MAX })),
        proof: stateProofCodec,
        header: headerCodec,
        certificate: optional(commitCertificateCodec),
      }),
    },
    errors: ['state/unknown-height', 'state/pruned'],
    cost: 5,
    handle: async ({ api, head }, { key, height }) => {
      const answer = await api.stateProof(key, resolveHeight(height, head))
      if (!answer.ok) return err(refusedRead(answer.error))
      const { proof } = answer.value
      return ok({ ...answer.value, height: answer.value.header.height, key, value: proof.value ?? null })
    },
  }),
]
