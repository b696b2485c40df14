import { currencyExponent, formatDecimal, isCurrency, parseDecimal } from '@hanse/modules'
import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { Place } from '../model/group.ts'
import { type Prefixes, pathOf, type XmlElement } from '../xml/xml-element.ts'
import { type Form, type Members, type Money, type SchemaNode, schemaOf } from './binding.ts'
import { type Fault, type PaymentMessageCode, refuse } from './rejections.ts'

/** Elements and attributes that the model does not know, at most. */
const UNREAD_MAX = 100

/** What a message says, and what it says beside that. */
export interface ReadMessage<T> {
  readonly message: T
  /** Elements, attributes and stray texts that no member reads, the first hundred: nothing is dropped in silence. */
  readonly unread: readonly Place[]
}

/** Leaves the walk; never leaves this file. */
class Refused extends Error {
  readonly rejection: Rejection

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.rejection = rejection
  }
}

/** Reads what stands below `element` by the binding's form. Codes: `iso20022/…`, each with an XPath and a line. */
export function readForm<T>(form: Form, element: XmlElement): Result<ReadMessage<T>> {
  const reader = new Reader(element.namespace)
  try {
    reader.checkSchema(element, schemaOf(form))
    return ok({ message: reader.value(form, element) as T, unread: reader.unread })
  } catch (error) {
    if (error instanceof Refused) return err(error.rejection)
    throw error
  }
}

class Reader {
  readonly unread: Place[] = []
  readonly #namespace: string
  readonly #prefixes: Prefixes

  constructor(namespace: string) {
    this.#namespace = namespace
    this.#prefixes = new Map([[namespace, '']])
  }

  /** Order and number of the elements that the model knows; the others are noted. */
  checkSchema(element: XmlElement, { children, form }: SchemaNode): void {
    const isValue = form?.kind === 'text' || form?.kind === 'money'
    for (const name of element.attributes.keys()) if (form?.kind !== 'money' || name !== 'Ccy') this.#note(element, `/@${name}`)
    if (!isValue && element.text !== '') this.#note(element, '/text()')
    // An element that only leads to others, and leads nowhere, would be lost.
    if (form === undefined && element.children.length === 0) this.#note(element)
    const counts = new Map<string, number>()
    let reached = 0
    for (const child of element.children) {
      const known = child.namespace === this.#namespace ? children.get(child.name) : undefined
      if (known === undefined) {
        this.#note(child)
        continue
      }
      const count = (counts.get(child.name) ?? 0) + 1
      counts.set(child.name, count)
      if (count > known.max)
        this.#refuse('iso20022/not-admissible', `${child.name} stands more than ${known.max === 1 ? 'once' : `${known.max} times`}`, child)
      if (known.order < reached)
        this.#refuse('iso20022/not-admissible', `${child.name} stands too late: the schema has another order`, child)
      reached = known.order
      this.checkSchema(child, known.node)
    }
  }

  value(form: Form, element: XmlElement): unknown {
    switch (form.kind) {
      case 'text':
        return this.#taken(form.type(element.text), element)
      case 'money':
        return this.#taken(moneyOf(element), element)
      case 'record':
        return this.#record(form.members, form.exactlyOne, element)
      case 'list':
        throw new Error('a list has no element of its own')
    }
  }

  #record(members: Members, exactlyOne: readonly string[], element: XmlElement): object {
    const record: Record<string, unknown> = {}
    for (const [name, { path, isOptional, form }] of Object.entries(members)) {
      const found = this.#find(path, element)
      const [first] = found
      if (form.kind === 'list') record[name] = found.map((item) => this.value(form.item, item))
      else if (first !== undefined) record[name] = this.value(form, first)
      else if (!isOptional) this.#refuseMissing(path, element)
    }
    const given = exactlyOne.filter((name) => record[name] !== undefined)
    const [first] = exactlyOne
    if (first !== undefined && given.length === 0) this.#refuseMissing(members[first]?.path ?? [], element)
    if (given.length > 1) this.#refuse('iso20022/not-admissible', `only one of ${exactlyOne.join(', ')} may stand here`, element)
    return record
  }

  #find(path: readonly string[], element: XmlElement): readonly XmlElement[] {
    let found: readonly XmlElement[] = [element]
    for (const step of path) {
      found = found.flatMap(({ children }) => children.filter(({ name, namespace }) => name === step && namespace === this.#namespace))
    }
    return found
  }

  #taken<T>(result: Result<T, Fault>, element: XmlElement): T {
    if (!result.ok) this.#refuse(result.error.code, result.error.message, element)
    return result.value
  }

  #note(element: XmlElement, suffix = ''): void {
    if (this.unread.length < UNREAD_MAX) this.unread.push({ path: pathOf(element, this.#prefixes) + suffix, line: element.line })
  }

  #refuseMissing(path: readonly string[], { line, ...element }: XmlElement): never {
    const place = [pathOf({ ...element, line }, this.#prefixes), ...path].join('/')
    throw new Refused(refuse({ code: 'iso20022/missing-element', message: `line ${line}: ${path.at(-1)} is missing` }, place))
  }

  #refuse(code: PaymentMessageCode, message: string, element: XmlElement): never {
    throw new Refused(refuse({ code, message: `line ${element.line}: ${message}` }, pathOf(element, this.#prefixes)))
  }
}

/** `ActiveCurrencyAndAmount` has at most 18 digits. */
export const AMOUNT_DIGITS_MAX = 18

/** Decimals beyond the currency's are refused even where they are zeros: ISO 4217 gives VND none. */
function moneyOf({ text, attributes }: XmlElement): Result<Money, Fault> {
  const currency = attributes.get('Ccy')
  if (currency === undefined) return err({ code: 'iso20022/missing-element', message: 'an amount without its currency, Ccy' })
  if (!isCurrency(currency))
    return err({ code: 'iso20022/unknown-currency', message: `the chain knows no currency “${currency.slice(0, 10)}”` })
  const number = /^[+-]/.test(text) ? undefined : parseDecimal(text)
  if (number === undefined) return err({ code: 'iso20022/bad-amount', message: `“${text.slice(0, 40)}” is no amount` })
  const exponent = currencyExponent(currency)
  if (number.scale > exponent)
    return err({
      code: 'iso20022/currency-decimals',
      message: `${currency} has ${exponent} decimals, ${formatDecimal(number)} has ${number.scale}`,
    })
  const amount = `${number.unscaled * 10n ** BigInt(exponent - number.scale)}`
  if (amount.length > AMOUNT_DIGITS_MAX)
    return err({ code: 'iso20022/bad-amount', message: `an amount has at most ${AMOUNT_DIGITS_MAX} digits` })
  return amount === '0' ? err({ code: 'iso20022/zero-amount', message: 'the amount is zero' }) : ok({ currency, amount })
}
