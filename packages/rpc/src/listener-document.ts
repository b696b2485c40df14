import { WrittenJson } from './method.ts'
import { createDocument, type DocumentParts } from './openrpc.ts'

/** The OpenRPC document of a listener. Made when somebody first asks: few do, and a node that starts has better things to do. */
export class ListenerDocument {
  readonly #describe: () => DocumentParts
  #written: WrittenJson | undefined
  #bytes: Buffer | undefined

  constructor(describe: () => DocumentParts) {
    this.#describe = describe
  }

  get written(): WrittenJson {
    this.#written ??= new WrittenJson(createDocument(this.#describe()))
    return this.#written
  }

  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(this.written.text)
    return this.#bytes
  }
}

/** Where a listener is to be found. */
export function listenerUrl(scheme: 'http' | 'https', host: string, port: number): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}/`
}
