import { currencyExponent, formatMinorUnits, isCurrency } from '@hanse/modules'
import { assert, err, ok, type Rejection, type Result } from '@hanse/primitives'
import { describeJson, isRecord } from '../import/json.ts'
import { type WrittenElement, writeXml } from '../xml/write-xml.ts'
import type { Binding, Form, Members, Money } from './binding.ts'
import { AMOUNT_DIGITS_MAX } from './read-message.ts'
import { type Fault, type PaymentMessageCode, refuse } from './rejections.ts'

/**
 * Why a value of unknown origin is none of the form's, or undefined: then reading what is written of it gives it again. Members that the
 * model does not know are refused, not dropped. The path is dotted: `transaction.debtor.name`.
 */
export function faultOf(form: Form, value: unknown, path = ''): Rejection | undefined {
  switch (form.kind) {
    case 'text':
      return textFault(form, value, path)
    case 'money': {
      const fault = moneyFault(value)
      return fault === undefined ? undefined : refuse(fault, path)
    }
    case 'list': {
      if (!Array.isArray(value)) return bad(`expected a list, got ${describeJson(value)}`, path)
      if (value.length > form.max) return refuse({ code: 'iso20022/not-admissible', message: `at most ${form.max} of these` }, path)
      return firstOf(value.map((item: unknown, index) => () => faultOf(form.item, item, joined(path, `${index}`))))
    }
    case 'record':
      return recordFault(form.members, form.exactlyOne, value, path)
  }
}

function bad(message: string, path: string, code: PaymentMessageCode = 'iso20022/bad-value'): Rejection {
  return refuse({ code, message }, path)
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function firstOf(checks: readonly (() => Rejection | undefined)[]): Rejection | undefined {
  for (const check of checks) {
    const fault = check()
    if (fault !== undefined) return fault
  }
  return undefined
}

function textFault({ type }: Extract<Form, { kind: 'text' }>, value: unknown, path: string): Rejection | undefined {
  if (typeof value !== 'string') return bad(`expected a text, got ${describeJson(value)}`, path)
  const read = type(value)
  if (!read.ok) return refuse(read.error, path)
  return read.value === value ? undefined : bad(`“${value.slice(0, 40)}” is written ${read.value}`, path)
}

function moneyFault(value: unknown): Fault | undefined {
  if (!isRecord(value)) return { code: 'iso20022/bad-amount', message: `expected currency and amount, got ${describeJson(value)}` }
  const { currency, amount, ...others } = value
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) return { code: 'iso20022/bad-value', message: `an amount has no member ${unknown.slice(0, 40)}` }
  if (typeof currency !== 'string' || !isCurrency(currency))
    return { code: 'iso20022/unknown-currency', message: `the chain knows no currency ${describeJson(currency)}` }
  if (amount === '0') return { code: 'iso20022/zero-amount', message: 'the amount is zero' }
  const isGood = typeof amount === 'string' && amount.length <= AMOUNT_DIGITS_MAX && /^[1-9][0-9]*$/.test(amount)
  return isGood
    ? undefined
    : { code: 'iso20022/bad-amount', message: `expected minor units as digits, at most ${AMOUNT_DIGITS_MAX}, got ${describeJson(amount)}` }
}

function recordFault(members: Members, exactlyOne: readonly string[], value: unknown, path: string): Rejection | undefined {
  if (!isRecord(value)) return bad(`expected an object, got ${describeJson(value)}`, path)
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(members, name))
  if (unknown !== undefined)
    return bad(`there is no member ${unknown.slice(0, 40)}`, joined(path, unknown.slice(0, 40)), 'iso20022/not-admissible')
  const inner = firstOf(
    Object.entries(members).map(
      ([name, member]) =>
        () =>
          memberFault(member, value[name], joined(path, name)),
    ),
  )
  if (inner !== undefined || exactlyOne.length === 0) return inner
  const given = exactlyOne.filter((name) => value[name] !== undefined)
  if (given.length === 1) return undefined
  const code = given.length === 0 ? 'iso20022/missing-element' : 'iso20022/not-admissible'
  return bad(`exactly one of ${exactlyOne.join(', ')} is given`, path, code)
}

function memberFault({ form, isOptional }: Binding<unknown>, value: unknown, path: string): Rejection | undefined {
  if (value !== undefined) return faultOf(form, value, path)
  return isOptional ? undefined : bad('it is missing', path, 'iso20022/missing-element')
}

/** The document of a checked value, its elements in the order of the schema. */
export function writeDocument({ path, form }: Binding<unknown>, value: unknown, namespace: string): Result<string> {
  const fault = faultOf(form, value)
  if (fault !== undefined) return err(fault)
  const root: WrittenElement = { name: 'Document', attributes: { xmlns: namespace }, children: [], text: '' }
  append(form, value, root, path)
  return ok(writeXml(root))
}

function append(form: Form, value: unknown, parent: WrittenElement, path: readonly string[]): void {
  if (form.kind === 'list') {
    for (const item of value as readonly unknown[]) append(form.item, item, parent, path)
    return
  }
  const element = opened(parent, path)
  if (form.kind === 'text') element.text = value as string
  else if (form.kind === 'money') writeMoney(value as Money, element)
  else {
    const record = value as Readonly<Record<string, unknown>>
    for (const [name, member] of Object.entries(form.members)) {
      if (record[name] !== undefined) append(member.form, record[name], element, member.path)
    }
  }
}

/** A new element at the end of the path; those that lead to it are shared with the member before. */
function opened(parent: WrittenElement, path: readonly string[]): WrittenElement {
  const [name, ...rest] = path
  assert(name !== undefined, 'a path has a name')
  const last = parent.children.at(-1)
  if (rest.length > 0 && last?.name === name) return opened(last, rest)
  const element: WrittenElement = { name, attributes: {}, children: [], text: '' }
  parent.children.push(element)
  return rest.length === 0 ? element : opened(element, rest)
}

function writeMoney({ currency, amount }: Money, element: WrittenElement): void {
  assert(isCurrency(currency), 'a checked amount has a currency')
  element.attributes['Ccy'] = currency
  element.text = formatMinorUnits(BigInt(amount), currencyExponent(currency))
}
