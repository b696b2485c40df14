import { type Rejection, reject } from '@hanse/primitives'
import { COMMAND_NAME_LENGTH_MAX, isModuleName } from '@hanse/protocol'

const MEMBER_NAME = /^[a-z][A-Za-z0-9]*$/
const MODULE_HINT = 'docs/modules.md says what a Module is; `hanse module new` writes one that works.'

type Members = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value.length > 0
/** What is async or a generator is another kind: it has not run when it returns, and nobody waits for it. */
const isFunction: Check = (value) => Object.prototype.toString.call(value) === '[object Function]'
const isVersion: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isCodec: Check = (value) =>
  isRecord(value) && ['encode', 'decode', 'parseJson', 'toJson'].every((name) => isFunction(value[name])) && isRecord(value['jsonSchema'])
const isField: Check = (value) => isRecord(value) && isFunction(value['toJson']) && isRecord(value['jsonSchema'])

const isAttribute: Check = (value) => isField(value) && isFunction((value as Members)['fromJson'])

const COMMAND: Readonly<Record<string, Check>> = { summary: isText, params: isCodec, execute: isFunction }
const QUERY: Readonly<Record<string, Check>> = { summary: isText, args: isCodec, result: isField, read: isFunction }
const RECORD: Readonly<Record<string, Check>> = { summary: isText, key: isField, value: isCodec, keyOf: isFunction }
const EVENT: Readonly<Record<string, Check>> = {
  summary: isText,
  attributes: (value) => isRecord(value) && Object.values(value).every(isAttribute),
}
const HOOKS = ['atBlock', 'initGenesis', 'authorize', 'afterTransaction', 'onActivation', 'onRefusals'] as const

/** Rows of a table of refusals, and characters of each of their texts. */
const REJECTIONS_MAX = 512
const REJECTION_TEXT_LENGTH_MAX = 500
const isShortText: Check = (value) => isText(value) && (value as string).length <= REJECTION_TEXT_LENGTH_MAX

/** Its codes are of its own area: no module has words for what others refuse with. */
function rejectionFault(module: Members): string | undefined {
  const { rejections = {} } = module
  if (!isRecord(rejections) || Object.keys(rejections).length > REJECTIONS_MAX) return 'rejections'
  const code = new RegExp(`^${String(module['name'])}/[A-Za-z0-9-]{1,48}$`)
  const wrong = Object.entries(rejections).find(
    ([name, row]) => !code.test(name) || !isRecord(row) || !isShortText(row['meaning']) || !isShortText(row['hint']),
  )
  return wrong === undefined ? undefined : `rejections.${wrong[0]}`
}

function memberFault(members: unknown, checks: Readonly<Record<string, Check>>, path: string): string | undefined {
  if (!isRecord(members)) return path
  for (const [name, member] of Object.entries(members)) {
    if (!MEMBER_NAME.test(name) || name.length > COMMAND_NAME_LENGTH_MAX || !isRecord(member)) return `${path}.${name}`
    const wrong = Object.entries(checks).find(([part, check]) => !check(member[part]))
    if (wrong !== undefined) return `${path}.${name}.${wrong[0]}`
  }
  return undefined
}

/** The first member that is not what a module has. */
function wrongMember(module: Members): string | undefined {
  const { invariants, uses, events = {}, records = {} } = module
  if (!isModuleName(module['name'])) return 'name'
  if (!isVersion(module['version'])) return 'version'
  if (!isText(module['summary'])) return 'summary'
  if (!Array.isArray(uses) || !uses.every(isModuleName)) return 'uses'
  if (!isRecord(invariants) || !Object.values(invariants).every(isFunction)) return 'invariants'
  if (module['packageHash'] !== undefined) return 'packageHash'
  return (
    memberFault(module['commands'], COMMAND, 'commands') ??
    memberFault(module['queries'], QUERY, 'queries') ??
    memberFault(events, EVENT, 'events') ??
    memberFault(records, RECORD, 'records') ??
    rejectionFault(module) ??
    HOOKS.find((name) => module[name] !== undefined && !isFunction(module[name]))
  )
}

/** `module/not-a-module` with the member that does not fit. */
export function moduleFault(dir: string, exported: unknown): Rejection | undefined {
  if (!isRecord(exported)) return reject('module/not-a-module', `${dir} does not export a \`module\``, { hint: MODULE_HINT })
  const path = wrongMember(exported)
  if (path === undefined) return undefined
  const message = `${dir}: ${path} of its \`module\` is missing, or not what a module has there`
  return reject('module/not-a-module', message, { hint: MODULE_HINT, path })
}
