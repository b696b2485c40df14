import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { reject } from '@hanse/primitives'
import { choice, type FieldValue, fixedHex, hash, object, optional, parseField, text, uint } from '@hanse/protocol'
import { CliError } from '../cli-error.ts'
import { parseJsonText } from '../json.ts'

/** What is being exported: a second run goes on only with the same. */
export interface ExportPlan {
  readonly genesisHash: string
  readonly what: string
  readonly from: number
  readonly to: number
}

/** How far an export has come. */
export interface ExportPosition {
  /** Where the next page begins: `cursor` of the list, or a height where the list had come to its end. */
  readonly cursor?: string
  readonly height: number
  readonly items: number
  readonly bytes: number
}

const stateField = object({
  format: choice('hanse-export'),
  genesisHash: hash(),
  what: text({ max: 4_096 }),
  from: uint(),
  to: uint(),
  cursor: optional(text({ max: 64 })),
  height: uint(),
  items: uint(),
  bytes: uint(),
  /** SHA-256 of `FILE.part` up to `bytes`: a file that somebody changed is not gone on with. */
  sha256: fixedHex<`0x${string}`>(32),
})
type State = FieldValue<typeof stateField>

/**
 * The file of an export that may be interrupted: `FILE.part` until all of it is there, and beside it `FILE.part.json`, which says how far
 * it has come. What was written after that is cut off again.
 */
export class PartFile {
  readonly #path: string
  readonly #plan: ExportPlan
  readonly #handle: FileHandle
  readonly #hash: Hash
  #bytes: number

  /** `hash` is over the first `bytes`. */
  private constructor(path: string, plan: ExportPlan, handle: FileHandle, hash: Hash, bytes: number) {
    this.#path = path
    this.#plan = plan
    this.#handle = handle
    this.#hash = hash
    this.#bytes = bytes
  }

  /** Goes on with what an interrupted run left, or starts. `plan` may take its `to` from there. */
  static async open(
    path: string,
    plan: ExportPlan,
  ): Promise<{ readonly file: PartFile; readonly plan: ExportPlan; readonly position: ExportPosition }> {
    if (existsSync(path)) {
      throw new CliError(reject('export/exists', `${path} exists`, { hint: 'Choose another --out: nothing is overwritten.' }))
    }
    const found = await readState(path)
    if (found === undefined) {
      const handle = await open(partOf(path), 'w')
      const file = new PartFile(path, plan, handle, createHash('sha256'), 0)
      return { file, plan, position: { height: plan.from, items: 0, bytes: 0 } }
    }
    const hash = await keptPart(path, plan, found)
    const handle = await open(partOf(path), 'r+')
    await handle.truncate(found.bytes)
    const going = { ...plan, to: found.to }
    return { file: new PartFile(path, going, handle, hash, found.bytes), plan: going, position: found }
  }

  /** Appends a page, and notes where the next one begins. */
  async append(content: string, position: Omit<ExportPosition, 'bytes'>): Promise<void> {
    const bytes = Buffer.from(content, 'utf8')
    await this.#handle.write(bytes, 0, bytes.length, this.#bytes)
    this.#bytes += bytes.length
    this.#hash.update(bytes)
    const sha256 = `0x${this.#hash.copy().digest('hex')}` as const
    const { cursor, height, items } = position
    const state = {
      format: 'hanse-export',
      ...this.#plan,
      ...(cursor === undefined ? {} : { cursor }),
      height,
      items,
      bytes: this.#bytes,
      sha256,
    }
    await this.#handle.datasync()
    await writeFile(`${stateOf(this.#path)}.tmp`, `${JSON.stringify(state)}\n`)
    await rename(`${stateOf(this.#path)}.tmp`, stateOf(this.#path))
  }

  /** All of it is there: the file gets its name. */
  async finish(): Promise<void> {
    await this.#handle.sync()
    await this.#handle.close()
    await rename(partOf(this.#path), this.#path)
    await rm(stateOf(this.#path), { force: true })
  }

  /** What there is stays for the next run; nothing, where there is nothing. */
  async close(): Promise<void> {
    await this.#handle.close()
    if (this.#bytes === 0) await Promise.all([rm(partOf(this.#path), { force: true }), rm(stateOf(this.#path), { force: true })])
  }
}

function partOf(path: string): string {
  return `${path}.part`
}

function stateOf(path: string): string {
  return `${path}.part.json`
}

async function readState(path: string): Promise<State | undefined> {
  if (!existsSync(stateOf(path)) || !existsSync(partOf(path))) return undefined
  const json = parseJsonText(await readFile(stateOf(path), 'utf8'))
  const state = json.ok ? parseField(stateField, json.value) : json
  if (state.ok) return state.value
  throw cannotGoOn(path, `${stateOf(path)} is damaged`)
}

/** The hash of the bytes that were noted, if they are still there and of the same export. */
async function keptPart(path: string, plan: ExportPlan, state: State): Promise<Hash> {
  const isSame = state.genesisHash === plan.genesisHash && state.what === plan.what && state.from === plan.from
  if (!isSame) throw cannotGoOn(path, `${partOf(path)} is of another export`)
  const hash = createHash('sha256')
  let bytes = 0
  if (state.bytes > 0) {
    for await (const chunk of createReadStream(partOf(path), { end: state.bytes - 1 }) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
    }
  }
  if (bytes !== state.bytes || `0x${hash.copy().digest('hex')}` !== state.sha256)
    throw cannotGoOn(path, `${partOf(path)} is not as it was left`)
  return hash
}

function cannotGoOn(path: string, message: string): CliError {
  return new CliError(reject('export/other-part', message, { hint: `Delete ${partOf(path)} to start anew, or choose another --out.` }))
}
