import { createPrng, type Prng } from '@hanse/primitives'
import { mutateBytes } from './mutate/bytes.ts'
import { mutateProtobuf } from './mutate/protobuf.ts'
import { mutateText } from './mutate/text.ts'
import { shrink } from './shrink.ts'
import type { FuzzInput, FuzzTarget } from './target.ts'

const MUTATIONS_MAX = 5
/** Of each label: inputs that are gone on from. */
const POOL_MAX = 400
/** Longer inputs are for tests of their own: here what counts is how many there are. */
const INPUT_BYTES_MAX = 256 * 1024
const FINDINGS_MAX = 10

/** An input that breaks the promise, as small as it was made. */
export interface Finding {
  readonly input: FuzzInput
  readonly error: string
}

export interface FuzzResult {
  readonly target: string
  readonly seed: number
  readonly inputs: number
  readonly accepted: number
  readonly durationMs: number
  /** Results that inputs came to: the more of them, the deeper the inputs get. */
  readonly outcomes: number
  readonly labels: number
  readonly findings: readonly Finding[]
  /** Inputs with a result that no seed has, to begin with next time. */
  readonly kept: readonly FuzzInput[]
}

export interface FuzzBounds {
  readonly seed: number
  /** Whichever comes first. */
  readonly seconds?: number
  readonly inputs?: number
  /** Inputs beside the target's own seeds. */
  readonly more?: readonly FuzzInput[]
}

/** The first line of what it throws; undefined for an input that keeps the promise. */
export async function failureOf(target: FuzzTarget, input: FuzzInput): Promise<string | undefined> {
  try {
    await target.check(input)
    return undefined
  } catch (error) {
    return errorLine(error)
  }
}

function errorLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.split('\n')[0] ?? ''
}

/** What is alike in two errors of one kind: their words without numbers. */
function kindOf(error: string): string {
  return error.replace(/0x[0-9a-f]+|\d+/g, '#')
}

class Fuzzer {
  readonly #target: FuzzTarget
  readonly #prng: Prng
  readonly #pools = new Map<string, Uint8Array[]>()
  readonly #outcomes = new Set<string>()
  readonly #kinds = new Set<string>()
  readonly findings: Finding[] = []
  readonly kept: FuzzInput[] = []
  inputs = 0
  accepted = 0

  constructor(target: FuzzTarget, seed: number) {
    this.#target = target
    this.#prng = createPrng(seed)
  }

  get outcomes(): number {
    return this.#outcomes.size
  }

  get labels(): number {
    return this.#pools.size
  }

  async plant(input: FuzzInput): Promise<void> {
    await this.#try(input, 'planted')
  }

  /** One more input from those that are there. */
  async next(): Promise<void> {
    const prng = this.#prng
    const label = prng.pick([...this.#pools.keys()])
    const pool = this.#pools.get(label) ?? []
    let bytes = prng.pick(pool)
    for (let left = 1 + prng.below(MUTATIONS_MAX); left > 0; left--) bytes = this.#mutate(bytes, prng.pick(pool))
    await this.#try({ label, bytes: bytes.slice(0, INPUT_BYTES_MAX) }, 'made')
  }

  #mutate(bytes: Uint8Array, other: Uint8Array): Uint8Array {
    switch (this.#target.shape) {
      case 'protobuf':
        return mutateProtobuf(this.#prng, bytes, other)
      case 'text':
        return mutateText(this.#prng, bytes, other)
      case 'bytes':
        return mutateBytes(this.#prng, bytes)
    }
  }

  async #try(input: FuzzInput, origin: 'planted' | 'made'): Promise<void> {
    this.inputs += 1
    let outcome: string
    try {
      outcome = await this.#target.check(input)
    } catch (error) {
      return this.#find(input, errorLine(error))
    }
    if (outcome.startsWith('accepted')) this.accepted += 1
    const key = `${input.label} ${outcome}`
    const isNew = !this.#outcomes.has(key)
    this.#outcomes.add(key)
    if (isNew || origin === 'planted') this.#keep(input, isNew && origin === 'made')
  }

  #keep(input: FuzzInput, isOwn: boolean): void {
    let pool = this.#pools.get(input.label)
    if (pool === undefined) {
      pool = []
      this.#pools.set(input.label, pool)
    }
    if (pool.length >= POOL_MAX) return
    pool.push(input.bytes)
    if (isOwn) this.kept.push(input)
  }

  async #find(input: FuzzInput, error: string): Promise<void> {
    const kind = `${input.label} ${kindOf(error)}`
    if (this.#kinds.has(kind) || this.findings.length >= FINDINGS_MAX) return
    this.#kinds.add(kind)
    const { label } = input
    const bytes = await shrink(input.bytes, async (candidate) => {
      const failure = await failureOf(this.#target, { label, bytes: candidate })
      return failure !== undefined && kindOf(failure) === kindOf(error)
    })
    this.findings.push({ input: { label, bytes }, error })
  }
}

/** Feeds a target with inputs made from its seeds. The same seed and bounds in inputs give the same ones. */
export async function fuzz(target: FuzzTarget, { seed, seconds, inputs, more = [] }: FuzzBounds): Promise<FuzzResult> {
  const startedAtMs = performance.now()
  const fuzzer = new Fuzzer(target, seed)
  for (const input of [...(await target.seeds()), ...more]) await fuzzer.plant(input)
  const endMs = seconds === undefined ? Number.POSITIVE_INFINITY : startedAtMs + seconds * 1_000
  while (fuzzer.inputs < (inputs ?? Number.POSITIVE_INFINITY) && performance.now() < endMs) await fuzzer.next()
  return {
    target: target.name,
    seed,
    inputs: fuzzer.inputs,
    accepted: fuzzer.accepted,
    durationMs: Math.round(performance.now() - startedAtMs),
    outcomes: fuzzer.outcomes,
    labels: fuzzer.labels,
    findings: fuzzer.findings,
    kept: fuzzer.kept,
  }
}
