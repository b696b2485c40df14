import { createRequire } from 'node:module'
import type { Ajv2020 as Ajv2020Class } from 'ajv/dist/2020.js'

export type Schema = Readonly<Record<string, unknown>>

const require = createRequire(import.meta.url)
const { Ajv2020 } = require('ajv/dist/2020.js') as { readonly Ajv2020: typeof Ajv2020Class }

/** A published meta-schema, without its claim to be described by itself: ajv knows dialects by their own names only. */
function withoutDialect({ $schema: _, ...schema }: Schema): Schema {
  return schema
}

const openRpcSchema = withoutDialect((require('@open-rpc/meta-schema') as { readonly default: Schema }).default)
const jsonSchemaSchema = withoutDialect((require('@json-schema-tools/meta-schema') as { readonly default: Schema }).default)

/** Published by the OpenRPC project: what a document must be, and the JSON Schemas in it. */
const metaAjv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
metaAjv.addSchema(jsonSchemaSchema)
// OpenRPC refers to it with and without the slash at the end.
metaAjv.addSchema({ $id: 'https://meta.json-schema.tools', $ref: 'https://meta.json-schema.tools/' })
const isOpenRpc = metaAjv.compile(openRpcSchema)

/** What speaks against a document by OpenRPC's own meta-schema. */
export function documentFaults(document: unknown): readonly string[] {
  isOpenRpc(document)
  return (isOpenRpc.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** A check of values by the schemas of a document, with a validator that is not ours. */
export function valueChecker(document: unknown): (schema: Schema, value: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addSchema({ $id: 'https://node.example/openrpc.json', ...(document as Schema) })
  return (schema, value) => {
    const isValid = ajv.compile(referringTo('https://node.example/openrpc.json', schema) as Schema)
    isValid(value)
    return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

/** The schema with its references made absolute. */
function referringTo(base: string, json: unknown): unknown {
  if (Array.isArray(json)) return json.map((item) => referringTo(base, item))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([name, member]) => [name, name === '$ref' ? `${base}${member}` : referringTo(base, member)]),
  )
}
