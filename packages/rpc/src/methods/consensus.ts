import { err, type Hex, ok } from '@hanse/primitives'
import {
  ADDRESSES_PER_VALIDATOR_MAX,
  bool,
  type CommitCertificate,
  choice,
  commitCertificateCodec,
  described,
  EVIDENCE_KINDS,
  type FieldValue,
  fixedHex,
  type Header,
  hash,
  headerCodec,
  isRecovery,
  list,
  object,
  optional,
  publicKeyCodec,
  signedMessageCodec,
  text,
  uint,
  VALIDATORS_MAX,
  validatorRecordCodec,
  WINDOW_MAX,
} from '@hanse/protocol'
import { failure } from '../errors.ts'
import { nullable } from '../fields.ts'
import { PAGE_ITEMS_DEFAULT, PAGE_ITEMS_MAX } from '../limits.ts'
import { defineMethod, type Method } from '../method.ts'
import type { NodeApi } from '../node-api.ts'
import { consensusGetStanding } from './standing.ts'
import { consensusGetStatements } from './statements.ts'

const voters = list(uint(), { max: VALIDATORS_MAX })

const organization = text({ max: 64 })
const validatorIndex = uint({ max: VALIDATORS_MAX - 1 })

const consensusGetSignerStats = defineMethod({
  name: 'consensus_getSignerStats',
  summary: 'Which validators signed and proposed the last final blocks, as this node saw it',
  description:
    'A certificate has exactly a quorum of signatures, those that were first here; Commits that came in later count too while the node runs. viewsLost: views that ended between two of these blocks while the validator was their primary. The window is filled from stored certificates at a start, and may then be shorter than windowMax: fromHeight says so.',
  params: {},
  result: {
    name: 'stats',
    field: object({
      height: uint(),
      fromHeight: described('above height while there is no block but genesis', uint()),
      windowMax: described('heights that are looked back at the most', uint()),
      items: list(
        object({
          index: uint(),
          organization,
          signed: uint(),
          missed: uint(),
          lastSignedHeight: nullable(uint()),
          proposed: uint(),
          viewsLost: uint(),
        }),
        { max: VALIDATORS_MAX },
      ),
      nextCursor: nullable(text({ max: 64 })),
    }),
  },
  errors: [],
  cost: 2,
  handle: ({ api }) => {
    const { fromHeight, toHeight, windowMax, validators } = api.signerStats()
    const records = api.validators()
    const items = validators.map((stats, index) => ({
      ...stats,
      index,
      organization: records[index]?.organization ?? `validator ${index}`,
      lastSignedHeight: stats.lastSignedHeight ?? null,
    }))
    return ok({ height: toHeight, fromHeight, windowMax, items, nextCursor: null })
  },
})

const EVIDENCE_CURSOR = /^[0-9]{1,15}$/

/** Of those on the chain, so many are shown. */
const RECORDED_MAX = 20
const recordedField = object({
  evidenceId: text({ max: 16 }),
  kind: choice(...EVIDENCE_KINDS),
  organization,
  consensusKey: described('of the culprit, in that epoch', fixedHex<Hex>(32)),
  epoch: uint(),
  height: described('that the two are about', uint()),
  reporter: described('whose node has put it on the chain', organization),
  recordedHeight: uint(),
  hash: described('a leaf of evidenceRoot of that block', hash()),
  proposalId: optional(described('the vote on a removal that it has opened', text({ max: 16 }))),
})

/** Nothing where the chain has no such module. */
function recordedOnChain(api: NodeApi, organization: string | undefined): readonly FieldValue<typeof recordedField>[] {
  const found = api.query('governance', 'evidence', { limit: RECORDED_MAX, ...(organization === undefined ? {} : { organization }) })
  if (!found.ok) return []
  const { items } = found.value.value as unknown as {
    readonly items: readonly (FieldValue<typeof recordedField> & { readonly first: Hex; readonly second: Hex })[]
  }
  return items.map(({ first: _first, second: _second, ...recorded }) => recorded)
}

const consensusGetEvidence = defineMethod({
  name: 'consensus_getEvidence',
  summary: 'Proofs of misbehaviour that this process has seen, newest first, and the youngest of those on the chain',
  description:
    'Each is a pair of messages with one validator’s signatures that cannot both be honest: whoever has the validators’ keys can check it. Items are what this node saw since sinceMs; it sends them to the chain itself. Under onChain stand the youngest that the chain has recorded, against that validator’s organization where one is asked for; the query evidence of governance has all, with their messages. Where a validator gave more than is kept, the oldest of its own had to go: dropped counts them.',
  params: {
    validator: optional(described('of this index only', validatorIndex)),
    cursor: optional(text({ max: 16, pattern: EVIDENCE_CURSOR, words: 'nextCursor of the page before' })),
    limit: optional(uint({ min: 1, max: PAGE_ITEMS_MAX })),
  },
  result: {
    name: 'evidence',
    field: object({
      sinceMs: uint(),
      dropped: uint(),
      items: list(
        object({
          sequence: uint(),
          seenAtMs: uint(),
          culprit: uint(),
          organization,
          kind: choice(...EVIDENCE_KINDS),
          height: uint(),
          first: signedMessageCodec,
          second: signedMessageCodec,
        }),
        { max: PAGE_ITEMS_MAX },
      ),
      onChain: list(recordedField, { max: RECORDED_MAX }),
      nextCursor: nullable(text({ max: 16 })),
    }),
  },
  errors: [],
  cost: 5,
  handle: ({ api }, { validator, cursor, limit = PAGE_ITEMS_DEFAULT }) => {
    const validators = api.validators()
    if (validator !== undefined && validators[validator] === undefined)
      return err(failure('rpc/bad-params', { message: `there are ${validators.length} validators`, path: 'validator' }))
    const { sinceMs, dropped, items } = api.evidence()
    const below = cursor === undefined ? Number.POSITIVE_INFINITY : Number(cursor)
    const asked = items.filter(({ culprit, sequence }) => sequence < below && (validator ?? culprit) === culprit)
    const page = asked.slice(0, limit)
    const last = page.at(-1)
    return ok({
      sinceMs,
      dropped,
      items: page.map((item) => ({ ...item, organization: validators[item.culprit]?.organization ?? `validator ${item.culprit}` })),
      onChain: recordedOnChain(api, validator === undefined ? undefined : validators[validator]?.organization),
      nextCursor: last === undefined || asked.length === page.length ? null : `${last.sequence}`,
    })
  },
})

/** A recovery leads out of an epoch with the first block of the next one. */
function lastHeightBefore({ header, certificate }: { readonly header: Header; readonly certificate: CommitCertificate }): number {
  return isRecovery(certificate) ? header.height - 1 : header.height
}

const consensusListEpochs = defineMethod({
  name: 'consensus_listEpochs',
  summary: 'Who signed which heights: the epochs of the chain, each with its validators, and the block that ended it',
  description:
    'What a light client needs: the end of an epoch is signed by a quorum of its own validators, and its header names the hash of the next ones. Where the next epoch began by recovery, with the same validators, the end is the first block of that one. A page ends with limit epochs or with the present one, which has no lastHeight and no end.',
  params: {
    from: optional(described('the first epoch of the page; default: 0', uint())),
    limit: optional(uint({ min: 1, max: PAGE_ITEMS_MAX })),
  },
  result: {
    name: 'epochs',
    field: object({
      items: list(
        object({
          epoch: uint(),
          firstHeight: uint(),
          lastHeight: optional(uint()),
          validators: list(validatorRecordCodec, { max: VALIDATORS_MAX }),
          end: optional(object({ header: headerCodec, certificate: commitCertificateCodec })),
        }),
        { max: PAGE_ITEMS_MAX },
      ),
      nextCursor: nullable(text({ max: 16 })),
    }),
  },
  errors: [],
  cost: 2,
  handle: async ({ api }, { from = 0, limit = PAGE_ITEMS_DEFAULT }) => {
    const epochs = await api.epochs(from, limit)
    const items = epochs.map((epoch) => (epoch.end === undefined ? epoch : { ...epoch, lastHeight: lastHeightBefore(epoch.end) }))
    const last = epochs.at(-1)
    return ok({ items, nextCursor: last?.end === undefined ? null : `${last.epoch + 1}` })
  },
})

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
  consensusListEpochs,
  consensusGetStanding,
  consensusGetSignerStats,
  consensusGetEvidence,
  consensusGetStatements,
]
