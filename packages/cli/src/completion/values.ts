import type { MODULES } from '@hanse/modules'
import type { Json, JsonSchema } from '@hanse/protocol'
import type { MethodDescription } from '@hanse/rpc'
import type { RecordKinds } from '../proofs/named-record.ts'

/** A word that may stand at the cursor, and what it is. */
export interface Candidate {
  readonly word: string
  readonly about: string
}

export type PathKind = 'none' | 'files' | 'folders'

/** A value is asked for by the name that stands for it in the help: `<file>`, `[module.command]`. */
export interface ValueRequest {
  readonly name: string
  readonly choices: readonly string[] | undefined
  readonly home: string
  readonly command: string
  readonly positionals: readonly string[]
}

const FILES: ReadonlySet<string> = new Set(['file', 'key', 'payment'])
const FOLDERS: ReadonlySet<string> = new Set(['dir'])

export function isPathValue(name: string): PathKind {
  if (FOLDERS.has(name)) return 'folders'
  return FILES.has(name) ? 'files' : 'none'
}

/** Each loads what it asks: somebody waits at a terminal for the rest of a word. */
const VALUES: Readonly<Record<string, (request: ValueRequest) => Promise<readonly Candidate[]>>> = {
  key: async ({ home }) => await keyNames(home),
  module: async () => (await modules()).map(({ name, summary }) => ({ word: name, about: summary })),
  query: async ({ positionals: [module] }) => await queriesOf(module),
  'module.command': async () => (await modules()).flatMap(({ name, commands }) => named(commands, `${name}.`)),
  action: async () => (await import('../governance/proposal-action.ts')).actionWords().map((word) => ({ word, about: '' })),
  'name=value': parameters,
  method: async () => (await rpcMethods()).map(({ name, summary }) => ({ word: name, about: summary })),
  params: async ({ positionals: [method] }) => paramsOf((await rpcMethods()).find(({ name }) => name === method)),
  proven: async () => [...(await kinds())].map(([word, { kind }]) => ({ word, about: kind.summary })),
  story: async () => (await import('@hanse/devnet/stories')).DEMO_NAMES.map((word) => ({ word, about: '' })),
}

/** Names of values that only the user knows. A test holds every name that the commands use against these. */
export const FREE_VALUES: ReadonlySet<string> = new Set([
  ...['url', 'name', 'hash', 'hex', 'text', 'n', 'seconds', 'time', 'port', 'host:port', 'id@host:port', 'party/operator', 'block'],
  ...['code', 'position', 'height', 'filter', 'organization', 'proposal', 'party', 'id', 'uetr'],
])

export function isKnownValue(name: string): boolean {
  return isPathValue(name) !== 'none' || Object.hasOwn(VALUES, name) || FREE_VALUES.has(name)
}

export async function valuesOf(request: ValueRequest): Promise<readonly Candidate[]> {
  if (request.choices !== undefined) return request.choices.map((word) => ({ word, about: '' }))
  return Object.hasOwn(VALUES, request.name) ? ((await VALUES[request.name]?.(request)) ?? []) : []
}

async function modules(): Promise<typeof MODULES> {
  return (await import('@hanse/modules')).MODULES
}

async function kinds(): Promise<RecordKinds> {
  return (await import('../proofs/named-record.ts')).recordKinds([])
}

async function keyNames(home: string): Promise<readonly Candidate[]> {
  const { listKeys } = await import('../keys/key-store.ts')
  return (await listKeys(home)).map(({ name, info }) => ({ word: name, about: info.ok ? `${info.value.purpose} key` : '' }))
}

function named(entries: Readonly<Record<string, { readonly summary: string }>>, prefix = ''): readonly Candidate[] {
  return Object.entries(entries).map(([name, { summary }]) => ({ word: `${prefix}${name}`, about: summary }))
}

async function queriesOf(module: string | undefined): Promise<readonly Candidate[]> {
  return named((await modules()).find(({ name }) => name === module)?.queries ?? {})
}

/** Subscriptions need a connection that stays: `hanse watch` has one. */
const SUBSCRIPTIONS = 'sub_'

/** The RPC is loaded where its names are asked for. */
async function rpcMethods(): Promise<readonly MethodDescription[]> {
  const { describeMethods } = await import('@hanse/rpc')
  return describeMethods().filter(({ name }) => !name.startsWith(SUBSCRIPTIONS))
}

function paramsOf(method: MethodDescription | undefined): readonly Candidate[] {
  return (method?.params ?? []).map(({ name, required, schema }) => ({ word: `${name}=`, about: aboutOf(schema, required) }))
}

/** Params of the command that `tx build` makes, or arguments of a query: `partyId=`. */
async function parameters({ command, positionals: [first = '', second = ''] }: ValueRequest): Promise<readonly Candidate[]> {
  if (command === 'build') {
    const [module, name = ''] = first.split('.')
    const commands = (await modules()).find((candidate) => candidate.name === module)?.commands ?? {}
    return properties(Object.hasOwn(commands, name) ? commands[name]?.params.jsonSchema : undefined)
  }
  if (command === 'trade') {
    return properties((await modules()).find(({ name }) => name === 'receivables')?.commands['issue']?.params.jsonSchema)
  }
  if (command === 'propose') return properties((await import('../governance/proposal-action.ts')).actionSchema(first))
  if (command === 'get') return properties((await kinds()).get(first)?.kind.key.jsonSchema)
  const queries = (await modules()).find(({ name }) => name === first)?.queries ?? {}
  return properties(Object.hasOwn(queries, second) ? queries[second]?.args.jsonSchema : undefined)
}

function properties(schema: JsonSchema | undefined): readonly Candidate[] {
  const { properties: members = {}, required = [] } = (schema ?? {}) as {
    properties?: Readonly<Record<string, Json>>
    required?: readonly string[]
  }
  return Object.entries(members).map(([name, member]) => ({
    word: `${name}=`,
    about: aboutOf(member as JsonSchema, required.includes(name)),
  }))
}

function aboutOf({ description = '' }: JsonSchema, isRequired: boolean): string {
  return `${isRequired ? '' : 'optional '}${description}`.trim()
}
