import { open, readFile, rename } from 'node:fs/promises'
import { bytesToHex, hexToBytesOrUndefined } from '@hanse/primitives'
import { type EvidencePair, type SignedMessage, signedMessageCodec } from '@hanse/protocol'

/** What was seen and is not on the chain yet. */
export interface PendingEvidence {
  readonly pair: EvidencePair
  readonly seenAtMs: number
}

function toJson({ pair: { first, second }, seenAtMs }: PendingEvidence) {
  const hex = (signed: SignedMessage): string => bytesToHex(signedMessageCodec.encode(signed))
  return { first: hex(first), second: hex(second), seenAtMs }
}

function messageOf(value: unknown): SignedMessage | undefined {
  const bytes = typeof value === 'string' ? hexToBytesOrUndefined(value) : undefined
  const decoded = bytes && signedMessageCodec.decode(bytes)
  return decoded?.ok ? decoded.value : undefined
}

function fromJson(value: unknown): readonly PendingEvidence[] {
  const { first, second, seenAtMs } = (value ?? {}) as Readonly<Record<string, unknown>>
  const pair = { first: messageOf(first), second: messageOf(second) }
  if (pair.first === undefined || pair.second === undefined || typeof seenAtMs !== 'number') return []
  return [{ pair: { first: pair.first, second: pair.second }, seenAtMs }]
}

/** Evidence that waits for the chain, in a file of its own: a node that is started anew still reports what it saw. */
export class EvidenceFile {
  readonly #path: string
  #writing: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
  }

  /** Nothing where there is no file, or none of ours: whoever damaged it can only make this node silent about what others saw too. */
  async read(): Promise<readonly PendingEvidence[]> {
    try {
      const parsed: unknown = JSON.parse(await readFile(this.#path, 'utf8'))
      return Array.isArray(parsed) ? parsed.flatMap(fromJson) : []
    } catch {
      return []
    }
  }

  /** In place of what it held, once what was written before is done. */
  write(pending: readonly PendingEvidence[]): Promise<void> {
    const text = `${JSON.stringify(pending.map(toJson))}\n`
    const next = this.#writing.then(() => this.#replace(text))
    this.#writing = next.catch(() => undefined)
    return next
  }

  /** What was written is there. */
  get settled(): Promise<void> {
    return this.#writing
  }

  async #replace(text: string): Promise<void> {
    const made = `${this.#path}.new`
    const file = await open(made, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(made, this.#path)
  }
}
