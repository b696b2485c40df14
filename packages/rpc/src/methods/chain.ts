import { err, ok, type Result } from '@hanse/primitives'
import {
  chainParamsField,
  choice,
  commitCertificateCodec,
  genesisField,
  hash,
  headerCodec,
  list,
  MODULE_ENTRY_FIELDS,
  MODULES_MAX,
  object,
  optional,
  paramsHash,
  receiptCodec,
  TRANSACTIONS_PER_BLOCK_MAX,
  uint,
} from '@hanse/protocol'
import { type Failure, failure } from '../errors.ts'
import { blockReferenceField, resolveBlock, unknownBlock } from '../fields.ts'
import { chainListBlocks } from '../lists/chain-list-blocks.ts'
import { defineMethod, type Method, type MethodContext } from '../method.ts'
import type { StoredBlock } from '../node-api.ts'
import { readableTransaction, readableTransactionField } from '../results.ts'

const certificate = optional(commitCertificateCodec)
const blockParams = { height: optional(blockReferenceField) }

async function findBlock({ api, head }: MethodContext, reference: number | string | undefined): Promise<Result<StoredBlock, Failure>> {
  const at = resolveBlock(reference, head)
  const block = await api.block(at)
  return block === undefined ? err(unknownBlock(at, head, api.earliest())) : ok(block)
}

const chainGetBlock = defineMethod({
  name: 'chain_getBlock',
  summary: 'A final block: header, certificate, transactions and receipts',
  description:
    'With detail "ids" it leaves out the bodies of transactions and receipts. One receipt more than transactions is what the block itself did.',
  params: { ...blockParams, detail: optional(choice('full', 'ids')) },
  result: {
    name: 'block',
    field: object({
      hash: hash(),
      height: uint(),
      timeMs: uint(),
      header: headerCodec,
      certificate,
      sizeBytes: uint(),
      transactionIds: list(hash(), { max: TRANSACTIONS_PER_BLOCK_MAX }),
      transactions: optional(list(readableTransactionField, { max: TRANSACTIONS_PER_BLOCK_MAX })),
      receipts: optional(list(receiptCodec, { max: TRANSACTIONS_PER_BLOCK_MAX + 1 })),
    }),
  },
  errors: ['chain/unknown-block', 'chain/pruned', 'rpc/response-too-large'],
  handle: async (context, { height, detail }) => {
    const found = await findBlock(context, height)
    if (!found.ok) return found
    const { transactions, receipts, ...block } = found.value
    const bodies =
      detail === 'ids'
        ? {}
        : { transactions: transactions.map((transaction) => readableTransaction(context.api.modules, transaction)), receipts }
    return ok({
      ...block,
      height: block.header.height,
      timeMs: block.header.timeMs,
      transactionIds: transactions.map(({ id }) => id),
      ...bodies,
    })
  },
})

const chainGetHeader = defineMethod({
  name: 'chain_getHeader',
  summary: 'The header of a final block',
  params: blockParams,
  result: { name: 'header', field: object({ hash: hash(), height: uint(), timeMs: uint(), header: headerCodec }) },
  errors: ['chain/unknown-block', 'chain/pruned'],
  handle: async (context, { height }) => {
    const found = await findBlock(context, height)
    if (!found.ok) return found
    const { hash: blockHash, header } = found.value
    return ok({ hash: blockHash, height: header.height, timeMs: header.timeMs, header })
  },
})

const chainGetCertificate = defineMethod({
  name: 'chain_getCertificate',
  summary: 'The quorum’s signatures that make a block final, with the header they are for',
  params: blockParams,
  result: {
    name: 'certificate',
    field: object({ hash: hash(), height: uint(), header: headerCodec, certificate: commitCertificateCodec }),
  },
  errors: ['chain/unknown-block', 'chain/pruned', 'chain/no-certificate'],
  handle: async (context, { height }) => {
    const found = await findBlock(context, height)
    if (!found.ok) return found
    const { hash: blockHash, header } = found.value
    if (found.value.certificate === undefined) return err(failure('chain/no-certificate'))
    return ok({ hash: blockHash, height: header.height, header, certificate: found.value.certificate })
  },
})

export const chainMethods: readonly Method[] = [
  defineMethod({
    name: 'chain_getGenesis',
    summary: 'The genesis, and its hash: the chain’s identity',
    params: {},
    result: { name: 'genesis', field: object({ genesisHash: hash(), genesis: genesisField }) },
    errors: [],
    handle: ({ api }) => ok(api.chain),
  }),
  defineMethod({
    name: 'chain_getHeight',
    summary: 'The height of the final head',
    params: {},
    result: { name: 'height', field: uint() },
    errors: [],
    handle: ({ head }) => ok(head),
  }),
  chainGetBlock,
  chainGetHeader,
  chainGetCertificate,
  chainListBlocks,
  defineMethod({
    name: 'chain_getParams',
    summary: 'The parameters and modules that all nodes share, as they are in force at the head',
    description:
      'paramsHash is of the head’s header. hash is of the package of a module that is no part of the software; see docs/modules.md.',
    params: {},
    result: {
      name: 'params',
      field: object({
        height: uint(),
        paramsHash: hash(),
        params: chainParamsField,
        modules: list(object(MODULE_ENTRY_FIELDS), { max: MODULES_MAX }),
      }),
    },
    errors: [],
    handle: async ({ api, head }) => {
      const { params } = api.chain.genesis
      const block = await api.block(head)
      const modules = api.modules.map(({ name, version, hash: ofPackage }) => ({
        name,
        version,
        ...(ofPackage === undefined ? {} : { hash: ofPackage }),
      }))
      return ok({ height: head, paramsHash: block?.header.paramsHash ?? paramsHash(params), params, modules })
    },
  }),
]
