import { assert } from '@hanse/primitives'
import type { ValueType } from './values.ts'

/** An amount: minor units of ISO 4217 as a decimal text, never a float. 350,000.00 CNY is `{currency: 'CNY', amount: '35000000'}`. */
export interface Money {
  readonly currency: string
  readonly amount: string
}

/**
 * Where a member of the model stands in the message, for reading and for writing alike. The members of a record stand in the order of
 * the schema, and their paths are element names below the record's own element.
 */
export interface Binding<T> {
  readonly path: readonly string[]
  readonly isOptional: boolean
  readonly form: Form
  /** Only a type: what is read there. */
  readonly '~value'?: T
}

export type Form =
  | { readonly kind: 'text'; readonly type: ValueType }
  | { readonly kind: 'money' }
  | { readonly kind: 'record'; readonly members: Members; readonly exactlyOne: readonly string[] }
  | { readonly kind: 'list'; readonly item: Form; readonly max: number }

export type Members = Readonly<Record<string, Binding<unknown>>>

export type ValueOf<B> = B extends Binding<infer T> ? T : never
type OptionalNames<M> = { [K in keyof M]: undefined extends ValueOf<M[K]> ? K : never }[keyof M]
type RecordOf<M> = { readonly [K in Exclude<keyof M, OptionalNames<M>>]: ValueOf<M[K]> } & {
  readonly [K in OptionalNames<M>]?: Exclude<ValueOf<M[K]>, undefined>
}

function steps(path: string): readonly string[] {
  return path.split('/')
}

export function text<T extends string>(path: string, type: ValueType<T>): Binding<T> {
  return { path: steps(path), isOptional: false, form: { kind: 'text', type } }
}

/** An element with the attribute `Ccy`. */
export function money(path: string): Binding<Money> {
  return { path: steps(path), isOptional: false, form: { kind: 'money' } }
}

/** Of the members named in `exactlyOne` one is there, as in a choice of the schema. */
export function record<const M extends Members>(
  path: string,
  members: M,
  exactlyOne: readonly (keyof M & string)[] = [],
): Binding<RecordOf<M>> {
  const form: Form = { kind: 'record', members, exactlyOne }
  schemaOf(form)
  return { path: steps(path), isOptional: false, form }
}

/** One element an item; none is an empty list. */
export function list<T>({ path, form }: Binding<T>, max: number): Binding<readonly T[]> {
  return { path, isOptional: false, form: { kind: 'list', item: form, max } }
}

export function optional<T>(binding: Binding<T>): Binding<T | undefined> {
  return { ...binding, isOptional: true }
}

/** The elements that a form knows, in the order of the schema. */
export interface SchemaNode {
  readonly children: ReadonlyMap<string, { readonly order: number; readonly node: SchemaNode; readonly max: number }>
  /** Absent of an element that only leads to others. */
  readonly form: Form | undefined
}

type Child = { order: number; node: MutableNode; max: number }
interface MutableNode {
  readonly children: Map<string, Child>
  form: Form | undefined
}

const schemas = new WeakMap<Form, SchemaNode>()

/** Made once a form. That no path goes back to an element that another has left is asserted: so the order of members is that of writing. */
export function schemaOf(form: Form): SchemaNode {
  const known = schemas.get(form)
  if (known !== undefined) return known
  const node: MutableNode = { children: new Map(), form }
  if (form.kind === 'record') for (const member of Object.values(form.members)) insert(node, member)
  schemas.set(form, node)
  return node
}

function insert(root: MutableNode, { path, form }: Binding<unknown>): void {
  const [item, max] = form.kind === 'list' ? [form.item, form.max] : [form, 1]
  let at = root
  for (const [index, name] of path.entries()) {
    const isLast = index === path.length - 1
    const before = at.children.get(name)
    if (before !== undefined) {
      assert(!isLast && before.node.form === undefined && before.order === at.children.size - 1, `${path.join('/')} goes back`)
      at = before.node
    } else {
      const node: MutableNode = isLast
        ? { children: new Map(schemaOf(item).children as MutableNode['children']), form: item }
        : { children: new Map(), form: undefined }
      at.children.set(name, { order: at.children.size, node, max: isLast ? max : 1 })
      at = node
    }
  }
}
