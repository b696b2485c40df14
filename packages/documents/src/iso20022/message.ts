import { err, ok, type Result } from '@hanse/primitives'
import type { Place } from '../model/group.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { pathOf, type XmlElement } from '../xml/xml-element.ts'
import type { Binding } from './binding.ts'
import { readForm } from './read-message.ts'
import { type Fault, refuse } from './rejections.ts'
import { faultOf, writeDocument } from './write-message.ts'

/** What two elements say together, and the member to look at: `['transaction', 'exchangeRate']`. */
export interface BrokenRule extends Fault {
  readonly member: readonly string[]
}

/** A message: its binding serves reading and writing. */
export interface MessageKind<T> {
  /** `pacs.008.001`. */
  readonly name: string
  readonly binding: Binding<T>
  /** The versions that are read, two digits each, and the one that is written. */
  readonly versions: readonly string[]
  readonly written: string
  readonly brokenRule: (message: T) => BrokenRule | undefined
}

export interface PaymentDocument<T> {
  /** `pacs.008.001.08`. */
  readonly version: string
  readonly message: T
  /** What the file says beside that: elements, attributes and texts that the model does not know. */
  readonly unread: readonly Place[]
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:'

export function readMessage<T>(kind: MessageKind<T>, source: string | Uint8Array): Result<PaymentDocument<T>> {
  const root = parseXml(source)
  if (!root.ok) return root
  const { namespace, name, line } = root.value
  const version = kind.versions.map((digits) => `${kind.name}.${digits}`).find((known) => namespace === NAMESPACE + known)
  const prefixes = new Map([[namespace, '']])
  if (version === undefined || name !== 'Document') {
    const message = `line ${line}: ${name.slice(0, 60)} in ${namespace === '' ? 'no namespace' : `namespace ${namespace.slice(0, 120)}`} is no ${kind.name}`
    return err(refuse({ code: 'iso20022/unsupported-message', message }, pathOf(root.value, prefixes)))
  }
  const body = bodyOf(root.value, kind.binding)
  if (!body.ok) return body
  const read = readForm<T>(kind.binding.form, body.value)
  if (!read.ok) return read
  const broken = kind.brokenRule(read.value.message)
  if (broken !== undefined) return err(refuse(broken, `/Document/${elementPath(kind.binding, broken.member)}`))
  return ok({ version, ...read.value })
}

/** The one element below `Document`. */
function bodyOf(root: XmlElement, { path }: Binding<unknown>): Result<XmlElement> {
  const [name = ''] = path
  const [body, second] = root.children
  const prefixes = new Map([[root.namespace, '']])
  if (body === undefined || body.name !== name || body.namespace !== root.namespace) {
    const message = `line ${root.line}: ${name} is missing`
    return err(refuse({ code: 'iso20022/missing-element', message }, `/Document/${name}`))
  }
  if (second === undefined && root.text === '' && root.attributes.size === 0) return ok(body)
  const message = `line ${(second ?? root).line}: Document holds ${name} and nothing else`
  return err(refuse({ code: 'iso20022/not-admissible', message }, pathOf(second ?? root, prefixes)))
}

function elementPath({ path, form }: Binding<unknown>, [name, ...rest]: readonly string[]): string {
  const own = path.join('/')
  const inner = form.kind === 'record' && name !== undefined ? form.members[name] : undefined
  return inner === undefined ? own : `${own}/${elementPath(inner, rest)}`
}

/** The message as XML, in the version that is written. A value that the schema does not allow is refused, with its dotted path. */
export function writeMessage<T>(kind: MessageKind<T>, message: T): Result<string> {
  const checked = parseMessage(kind, message)
  return checked.ok ? writeDocument(kind.binding, message, `${NAMESPACE}${kind.name}.${kind.written}`) : checked
}

/** A message from JSON of unknown origin: what `writeMessage` would take. */
export function parseMessage<T>(kind: MessageKind<T>, json: unknown): Result<T> {
  const fault = faultOf(kind.binding.form, json)
  if (fault !== undefined) return err(fault)
  const broken = kind.brokenRule(json as T)
  return broken === undefined ? ok(json as T) : err(refuse(broken, broken.member.join('.')))
}
