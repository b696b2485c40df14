import {
  chainParamsField,
  commitCertificateCodec,
  eventCodec,
  genesisField,
  headerCodec,
  type Json,
  type JsonSchema,
  publicKeyCodec,
  quorumSignatureCodec,
  receiptCodec,
  stateProofCodec,
  validatorRecordCodec,
} from '@hanse/protocol'
import { docsOf, ERROR_TABLE, type ErrorCode } from './errors.ts'
import type { Method } from './method.ts'
import type { ModuleDescription } from './node-api.ts'
import { finalReceiptField, readableBodyField, readableTransactionField } from './results.ts'
import { CLOSE_REASONS } from './subscriptions/subscription.ts'
import { TOPIC_SCHEMAS } from './subscriptions/topics.ts'

const OPENRPC_VERSION = '1.3.2'

/** A call that was really made, and its answer. */
export interface Example {
  readonly name: string
  readonly params: Readonly<Record<string, Json>>
  readonly result: Json
}

export interface DocumentParts {
  readonly methods: readonly Method[]
  readonly modules: readonly ModuleDescription[]
  readonly version: string
  readonly url: string
  /** That of the admin listener: no subscriptions, no modules. */
  readonly isAdmin?: boolean
  readonly examples: Readonly<Record<string, readonly Example[]>>
}

/** Schemas that have a name in the document; every place that uses the very object refers to it. */
const NAMED_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  CommitCertificate: commitCertificateCodec.jsonSchema,
  Header: headerCodec.jsonSchema,
  Receipt: receiptCodec.jsonSchema,
  FinalReceipt: finalReceiptField.jsonSchema,
  Event: eventCodec.jsonSchema,
  TransactionBody: readableBodyField.jsonSchema,
  Transaction: readableTransactionField.jsonSchema,
  Genesis: genesisField.jsonSchema,
  ChainParams: chainParamsField.jsonSchema,
  ValidatorRecord: validatorRecordCodec.jsonSchema,
  PublicKey: publicKeyCodec.jsonSchema,
  QuorumSignature: quorumSignatureCodec.jsonSchema,
  StateProof: stateProofCodec.jsonSchema,
}

/** What any call may get beside its own errors. */
const COMMON_ERRORS: readonly ErrorCode[] = [
  'rpc/bad-params',
  'rpc/rate-limited',
  'rpc/too-many-calls',
  'chain/block-damaged',
  'rpc/internal',
]

/** The OpenRPC document of a listener, from the schemas that check its calls and write its answers. */
export function createDocument(parts: DocumentParts): Json {
  const { methods, modules, version, url, examples, isAdmin = false } = parts
  const names = new Map<Json, string>(Object.entries(NAMED_SCHEMAS).map(([name, schema]) => [schema, name]))
  const schema = (json: Json): Json => referring(json, names)
  return {
    openrpc: OPENRPC_VERSION,
    info: {
      title: isAdmin ? 'Hanse node, administration' : 'Hanse node',
      version,
      description: `JSON-RPC 2.0 over HTTP POST /${isAdmin ? ', for this machine alone and with the token of the node’s home' : ' and WebSocket /ws'}. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each. Examples are of a devnet of their own: other chains do not know the hashes and raw bytes in them.`,
      license: { name: 'Apache-2.0' },
    },
    servers: [{ name: 'this node', url }],
    methods: methods.map((method) => methodObject(method, examples[method.name] ?? [], schema)),
    components: {
      schemas: Object.fromEntries(Object.entries(NAMED_SCHEMAS).map(([name, json]) => [name, referringInside(json, names)])),
    },
    ...(isAdmin ? {} : { 'x-notifications': notifications(schema), 'x-modules': modules.map((module) => moduleObject(module)) }),
  }
}

function methodObject(
  { name, summary, description, params, result, errors }: Method,
  examples: readonly Example[],
  schema: (json: Json) => Json,
): Json {
  return {
    name,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [{ name: name.split(/[_.]/)[0] ?? name }],
    paramStructure: 'either',
    params: params.map((param) => ({ name: param.name, required: param.required, schema: schema(param.schema) })),
    result: { name: result.name, schema: schema(result.schema) },
    errors: errorObjects([...COMMON_ERRORS, ...errors]),
    examples: examples.map((example) => ({
      name: example.name,
      params: params.flatMap((param) =>
        Object.hasOwn(example.params, param.name) ? [{ name: param.name, value: example.params[param.name] ?? null }] : [],
      ),
      result: { name: result.name, value: example.result },
    })),
  }
}

/** One object a number, as OpenRPC wants it; the reasons that share the number stand in its data. */
function errorObjects(codes: readonly ErrorCode[]): readonly Json[] {
  const byNumber = new Map<number, ErrorCode[]>()
  for (const code of new Set(codes)) {
    const { number } = ERROR_TABLE[code]
    byNumber.set(number, [...(byNumber.get(number) ?? []), code])
  }
  return [...byNumber].map(([number, reasons]) => ({
    code: number,
    message: reasons.map((code) => ERROR_TABLE[code].meaning).join('; or '),
    data: reasons.map((code) => ({ code, hint: ERROR_TABLE[code].hint, docs: docsOf(code) })),
  }))
}

function notifications(schema: (json: Json) => Json): Json {
  const text: Json = { type: 'string' }
  return [
    {
      name: 'sub_notification',
      summary: 'What a subscription asked for; data is by topic',
      params: [
        { name: 'id', schema: text },
        { name: 'cursor', schema: text },
        { name: 'data', schema: { anyOf: Object.values(TOPIC_SCHEMAS).map(schema) } },
      ],
    },
    {
      name: 'sub_closed',
      summary: 'The end of a subscription; subscribe again with the cursor to go on',
      params: [
        { name: 'id', schema: text },
        { name: 'reason', schema: { enum: [...CLOSE_REASONS] } },
        { name: 'cursor', schema: text },
      ],
    },
  ]
}

function moduleObject({ name, version, summary, commands, queries, events, rejections }: ModuleDescription): Json {
  return {
    name,
    version,
    summary,
    commands: commands.map((command) => ({ name: command.name, summary: command.summary, params: command.params.jsonSchema })),
    queries: queries.map((query) => ({ name: query.name, summary: query.summary, args: query.args, value: query.result })),
    events: events.map(({ type, summary: about, attributes }) => ({ type, summary: about, attributes })),
    rejections: rejections.map(({ code, meaning, hint, reason }) => ({ code, meaning, hint, ...(reason === undefined ? {} : { reason }) })),
  }
}

/** The same JSON with references in the place of named schemas. */
function referring(json: Json, names: ReadonlyMap<Json, string>): Json {
  const name = names.get(json)
  return name === undefined ? referringInside(json, names) : { $ref: `#/components/schemas/${name}` }
}

function referringInside(json: Json, names: ReadonlyMap<Json, string>): Json {
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((item: Json) => referring(item, names))
  return Object.fromEntries(Object.entries(json).map(([member, value]) => [member, referring(value, names)]))
}
