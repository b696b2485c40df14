import { ok } from '@hanse/primitives'
import {
  commitCertificateCodec,
  described,
  list,
  object,
  optional,
  preparedCertificateCodec,
  signedMessageCodec,
  text,
  uint,
  VALIDATORS_MAX,
} from '@hanse/protocol'
import { nullable } from '../fields.ts'
import { defineMethod } from '../method.ts'

/** Prepared certificates of one height that a node keeps, and NewViews that a page has, at the most. */
const PREPARED_MAX = 256
const NEW_VIEWS_MAX = 64
const CURSOR = /^[0-9]{1,15}$/

export const consensusGetStatements = defineMethod({
  name: 'consensus_getStatements',
  summary: 'What this node has kept of who signed what about a height: for whoever looks into a fork',
  description:
    'The certificate of its own block, the prepared certificates that its own Commits rested on, and the NewViews with a base below the height that it entered, with their ViewChanges, page by page. With those of a node on the other side of a fork they name who broke the protocol: `hanse evidence culprits`. Each is signed: nobody has to be believed. A node keeps them for 100,000 blocks, and 4,096 NewViews. An observer has certificates of blocks only.',
  params: {
    height: uint({ min: 1 }),
    cursor: optional(text({ max: 16, pattern: CURSOR, words: 'nextCursor of the page before' })),
  },
  result: {
    name: 'statements',
    field: object({
      height: uint(),
      committed: optional(commitCertificateCodec),
      prepared: list(preparedCertificateCodec, { max: PREPARED_MAX }),
      newViews: list(object({ newView: signedMessageCodec, viewChanges: list(signedMessageCodec, { max: VALIDATORS_MAX }) }), {
        max: NEW_VIEWS_MAX,
      }),
      nextCursor: nullable(described('there are more NewViews', text({ max: 16 }))),
    }),
  },
  errors: [],
  cost: 20,
  handle: async ({ api }, { height, cursor }) => {
    const { committed, prepared, newViews, next } = await api.statements(height, cursor === undefined ? 0 : Number(cursor))
    return ok({
      ...{ height, prepared: [...prepared], newViews: newViews.map((entered) => ({ ...entered, viewChanges: [...entered.viewChanges] })) },
      ...(committed === undefined ? {} : { committed }),
      nextCursor: next === undefined ? null : `${next}`,
    })
  },
})
