import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { refuse } from '../rejections.ts'
import { ATTRIBUTES_PER_ELEMENT_MAX, DEPTH_MAX, DOCUMENT_SIZE_BYTES_MAX, ELEMENTS_MAX, TEXT_LENGTH_MAX } from './limits.ts'
import type { XmlElement } from './xml-element.ts'

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

/** Shared: most elements have none, and a long document has a hundred thousand of them. */
const NO_ATTRIBUTES = new Map<string, string>()

/** Leaves the parser's callbacks; never leaves this file. */
class Refused extends Error {
  readonly rejection: Rejection

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.rejection = rejection
  }
}

/**
 * Well-formed XML 1.0 with namespaces in UTF-8, as a tree. There is no DOCTYPE, hence no entity but XML's own five and nothing that
 * expands or is fetched; size, depth, elements, attributes and texts are limited. Comments and processing instructions are dropped.
 */
export function parseXml(source: string | Uint8Array): Result<XmlElement> {
  const text = typeof source === 'string' ? ok(source) : decodeUtf8(source)
  if (!text.ok) return text
  if (text.value.length > DOCUMENT_SIZE_BYTES_MAX) return err(tooLarge())
  const builder = new TreeBuilder()
  try {
    return ok(builder.build(text.value))
  } catch (error) {
    if (error instanceof Refused) return err(error.rejection)
    throw error
  }
}

function tooLarge(): Rejection {
  return refuse('documents/limit-exceeded', `a document has at most ${DOCUMENT_SIZE_BYTES_MAX} bytes`)
}

function decodeUtf8(bytes: Uint8Array): Result<string> {
  if (bytes.length > DOCUMENT_SIZE_BYTES_MAX) return err(tooLarge())
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err(refuse('documents/unsupported-encoding', 'these bytes are not UTF-8'))
  }
}

class TreeBuilder {
  readonly #parser = new SaxesParser({ xmlns: true, position: true })
  readonly #open: OpenElement[] = []
  #root: OpenElement | undefined
  #elements = 0
  /** Line of the tag that is being read: where its name stood. */
  #line = 1

  build(text: string): XmlElement {
    const parser = this.#parser
    parser.on('error', (error) => this.#refuse('documents/malformed-xml', error.message.replace(/^\d+:\d+: /, '')))
    parser.on('doctype', () => this.#refuse('documents/forbidden-xml', 'a DOCTYPE is not allowed'))
    parser.on('xmldecl', ({ encoding }) => this.#checkEncoding(encoding))
    parser.on('opentagstart', () => {
      this.#line = parser.line
    })
    parser.on('opentag', (tag) => this.#onOpen(tag.uri, tag.local, Object.values(tag.attributes)))
    parser.on('text', (part) => this.#onText(part))
    parser.on('cdata', (part) => this.#onText(part))
    parser.on('closetag', () => this.#onClose())
    parser.write(text).close()
    if (this.#root === undefined) this.#refuse('documents/malformed-xml', 'there is no element')
    return this.#root
  }

  #refuse(code: Parameters<typeof refuse>[0], message: string): never {
    throw new Refused(refuse(code, `line ${this.#parser.line}: ${message}`))
  }

  #checkEncoding(encoding: string | undefined): void {
    if (encoding === undefined || /^(utf-8|us-ascii)$/i.test(encoding)) return
    this.#refuse('documents/unsupported-encoding', `encoding ${encoding.slice(0, 40)}: only UTF-8 is read`)
  }

  #onOpen(namespace: string, name: string, attributes: readonly SaxesAttributeNS[]): void {
    this.#elements += 1
    if (this.#elements > ELEMENTS_MAX) this.#refuse('documents/limit-exceeded', `more than ${ELEMENTS_MAX} elements`)
    if (this.#open.length >= DEPTH_MAX) this.#refuse('documents/limit-exceeded', `elements nest deeper than ${DEPTH_MAX}`)
    if (attributes.length > ATTRIBUTES_PER_ELEMENT_MAX) {
      this.#refuse('documents/limit-exceeded', `more than ${ATTRIBUTES_PER_ELEMENT_MAX} attributes`)
    }
    const values = attributes.length === 0 ? NO_ATTRIBUTES : new Map<string, string>()
    for (const { uri, local, value } of attributes) if (uri === '') values.set(local, value.trim())
    const parent = this.#open.at(-1)
    const element: OpenElement = { namespace, name, attributes: values, children: [], text: '', line: this.#line, parent }
    if (parent === undefined) this.#root = element
    else parent.children.push(element)
    this.#open.push(element)
  }

  #onText(part: string): void {
    const element = this.#open.at(-1)
    if (element === undefined) return
    element.text += part
    if (element.text.length > TEXT_LENGTH_MAX) this.#refuse('documents/limit-exceeded', `a text of more than ${TEXT_LENGTH_MAX} characters`)
  }

  #onClose(): void {
    const element = this.#open.pop()
    if (element !== undefined) element.text = element.text.trim()
  }
}
