import type { Json } from '@hanse/protocol'
import { JSON_DEPTH_MAX, JSON_VALUES_MAX } from '../limits.ts'

/** What is wrong with a JSON text. `path` is where, in dotted form from the text's root. */
export interface JsonFault {
  readonly code:
    | 'json/malformed'
    | 'json/too-deep'
    | 'json/too-many-values'
    | 'json/duplicate-member'
    | 'json/forbidden-member'
    | 'json/lone-surrogate'
    | 'json/number-too-large'
  readonly message: string
  readonly path: readonly (string | number)[]
}

/** The text is no JSON, nested too deep or too long: nothing after this place can be read. Caught by the reader's user. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError'
  readonly fault: JsonFault

  constructor(fault: JsonFault) {
    super(fault.message)
    this.fault = fault
  }
}

/** Names that objects inherit something by: code that copies members without care would be led astray. */
const FORBIDDEN_MEMBERS: ReadonlySet<string> = new Set(['__proto__', 'constructor'])
/** Characters of a number. Honest ones have at most 24. */
const NUMBER_LENGTH_MAX = 64

/** Anything but a quote, a backslash and control characters. As the next one, it starts where its user tells it to each time. */
const PLAIN = /[ !#-[\]-\uffff]*/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * Reads JSON more strictly than JSON.parse: it also refuses members that stand twice, `__proto__` and `constructor`, lone surrogates,
 * numbers that a double cannot hold exactly, more than `JSON_DEPTH_MAX` levels, and more than `JSON_VALUES_MAX` values. What it accepts, JSON.parse reads as the same value.
 *
 * Faults of the grammar throw. The others are kept in `fault`, the first of them, and reading goes on: so whoever sent the message can
 * be answered under its id.
 */
export class JsonReader {
  readonly #text: string
  readonly #path: (string | number)[] = []
  #at = 0
  #depth = 0
  #values = 0
  #fault: JsonFault | undefined

  constructor(text: string) {
    this.#text = text
    this.#skipSpace()
  }

  /** The first fault since the last call, if any. */
  takeFault(): JsonFault | undefined {
    const fault = this.#fault
    this.#fault = undefined
    return fault
  }

  /** What stands here: the first character of the next value, or of the rest. */
  peek(): 'object' | 'list' | 'string' | 'other' {
    const code = this.#text.charCodeAt(this.#at)
    if (code === OPEN_OBJECT) return 'object'
    if (code === OPEN_LIST) return 'list'
    return code === QUOTE ? 'string' : 'other'
  }

  /** @throws JsonSyntaxError unless the text ends here. */
  end(): void {
    if (this.#at < this.#text.length) this.#malformed()
  }

  /** Reads the next value. @throws JsonSyntaxError */
  value(): Json {
    const value = this.#value()
    this.#skipSpace()
    return value
  }

  /** Reads the next value and gives its own text. A number is never too large here: its text has all its digits. @throws JsonSyntaxError */
  source(): { readonly value: Json; readonly text: string } {
    const start = this.#at
    const faultBefore = this.#fault
    const value = this.#value()
    if (typeof value === 'number') this.#fault = faultBefore
    const text = this.#text.slice(start, this.#at)
    this.#skipSpace()
    return { value, text }
  }

  /** Reads an object; `onMember` MUST read the member's value. @throws JsonSyntaxError */
  object(onMember: (name: string) => void): void {
    this.#enter()
    if (!this.#close(CLOSE_OBJECT)) {
      const names = new Set<string>()
      do {
        if (this.#text.charCodeAt(this.#at) !== QUOTE) this.#malformed()
        const name = this.#readString()
        this.#path.push(name)
        if (names.has(name)) this.#note('json/duplicate-member', 'a member stands twice')
        if (FORBIDDEN_MEMBERS.has(name)) this.#note('json/forbidden-member', 'a member has a name that is not allowed')
        names.add(name)
        this.#skipSpace()
        this.#expect(COLON)
        onMember(name)
        this.#path.pop()
      } while (this.#next(CLOSE_OBJECT))
    }
    this.#leave()
  }

  /** Reads a list; `onItem` MUST read the item. @throws JsonSyntaxError */
  list(onItem: (index: number) => void): void {
    this.#enter()
    if (!this.#close(CLOSE_LIST)) {
      let index = 0
      do {
        this.#path.push(index)
        onItem(index)
        this.#path.pop()
        index += 1
      } while (this.#next(CLOSE_LIST))
    }
    this.#leave()
  }

  #value(): Json {
    this.#values += 1
    if (this.#values > JSON_VALUES_MAX) {
      throw new JsonSyntaxError({ code: 'json/too-many-values', message: `more than ${JSON_VALUES_MAX} values`, path: [] })
    }
    switch (this.#text.charCodeAt(this.#at)) {
      case OPEN_OBJECT:
        return this.#readObject()
      case OPEN_LIST:
        return this.#readList()
      case QUOTE:
        return this.#readString()
      case 0x74:
        return this.#literal('true', true)
      case 0x66:
        return this.#literal('false', false)
      case 0x6e:
        return this.#literal('null', null)
      default:
        return this.#readNumber()
    }
  }

  #readObject(): Json {
    const object: Record<string, Json> = {}
    this.object((name) => {
      const value = this.value()
      if (!FORBIDDEN_MEMBERS.has(name)) object[name] = value
    })
    return object
  }

  #readList(): Json {
    const items: Json[] = []
    this.list(() => items.push(this.value()))
    return items
  }

  #readString(): string {
    const text = this.#text
    const start = this.#at + 1
    PLAIN.lastIndex = start
    PLAIN.test(text)
    const at = PLAIN.lastIndex
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) return this.#readEscaped(at)
    if (code !== QUOTE) return this.#malformed(at)
    this.#at = at + 1
    return this.#wellFormed(text.slice(start, at))
  }

  /** A string whose first backslash stands at `at`. */
  #readEscaped(at: number): string {
    const text = this.#text
    const start = this.#at
    let end = text.indexOf('"', at)
    while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
    if (end < 0) return this.#malformed(this.#firstFault(at))
    try {
      const value = JSON.parse(text.slice(start, end + 1)) as string
      this.#at = end + 1
      return this.#wellFormed(value)
    } catch {
      return this.#malformed(this.#firstFault(at))
    }
  }

  #wellFormed(value: string): string {
    if (!value.isWellFormed()) this.#note('json/lone-surrogate', 'a text has a lone surrogate')
    return value
  }

  /** Where the rest of a string, from a backslash on, is no JSON. */
  #firstFault(from: number): number {
    let at = from
    for (;;) {
      const length = this.#escapeLength(at)
      if (length === 0) return at
      PLAIN.lastIndex = at + length
      PLAIN.test(this.#text)
      at = PLAIN.lastIndex
      if (this.#text.charCodeAt(at) !== BACKSLASH) return at
    }
  }

  /** 0 for what is no escape. */
  #escapeLength(at: number): number {
    const kind = this.#text.charAt(at + 1)
    if (kind === 'u') return /^[0-9a-fA-F]{4}$/.test(this.#text.slice(at + 2, at + 6)) ? 6 : 0
    return kind !== '' && '"\\/bfnrt'.includes(kind) ? 2 : 0
  }

  #readNumber(): number {
    NUMBER.lastIndex = this.#at
    if (!NUMBER.test(this.#text)) return this.#malformed()
    const end = NUMBER.lastIndex
    const length = end - this.#at
    const value = length > NUMBER_LENGTH_MAX ? Number.NaN : Number(this.#text.slice(this.#at, end))
    this.#at = end
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value
    this.#note('json/number-too-large', 'a number is beyond 2^53 − 1, where JSON readers lose digits')
    return 0
  }

  #literal<T extends Json>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) return this.#malformed()
    this.#at += word.length
    return value
  }

  #enter(): void {
    this.#at += 1
    this.#depth += 1
    if (this.#depth > JSON_DEPTH_MAX) {
      throw new JsonSyntaxError({ code: 'json/too-deep', message: `more than ${JSON_DEPTH_MAX} levels`, path: [] })
    }
    this.#skipSpace()
  }

  #leave(): void {
    this.#depth -= 1
    this.#skipSpace()
  }

  /** True, and past it, when the list or object ends here. */
  #close(end: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== end) return false
    this.#at += 1
    return true
  }

  /** True when another item follows the comma, false when the end was read. */
  #next(end: number): boolean {
    this.#skipSpace()
    if (this.#close(end)) return false
    this.#expect(COMMA)
    return true
  }

  #expect(code: number): void {
    if (this.#text.charCodeAt(this.#at) !== code) this.#malformed()
    this.#at += 1
    this.#skipSpace()
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.#at += 1
    }
  }

  #note(code: JsonFault['code'], message: string): void {
    this.#fault ??= { code, message, path: [...this.#path] }
  }

  #malformed(at = this.#at): never {
    const what = at >= this.#text.length ? 'the text ends too early' : `unexpected character at position ${at}`
    throw new JsonSyntaxError({ code: 'json/malformed', message: what, path: [] })
  }
}

/** True for a quote that an odd number of backslashes stand before. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text.charCodeAt(before) === BACKSLASH) before -= 1
  return (at - before) % 2 === 0
}
