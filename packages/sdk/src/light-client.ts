import { TrustedEpochs, verifySignature } from '@hanse/crypto'
import { ok, type Result } from '@hanse/primitives'
import { type Chain, type EpochEnd, epochEndCodec, type Genesis, genesisHash, type Json } from '@hanse/protocol'
import type { CallOptions } from './http.ts'
import type { ParamsOf, ResultOf } from './methods.ts'

/** Epochs asked for at a time. */
const EPOCHS_PER_PAGE = 50

type ListEpochs = (
  method: 'consensus_listEpochs',
  params: ParamsOf<'consensus_listEpochs'>,
  options?: CallOptions,
) => Promise<ResultOf<'consensus_listEpochs'>>

/**
 * Knows the validators of every epoch, and trusts the genesis alone: each epoch ends with a block that a quorum of its own validators
 * signed, and which names the next ones. Nodes are asked for those blocks; what they say is checked here.
 *
 * @example
 * const light = createLightClient({ genesis, client })
 * const proof = await client.callRaw('tx_getProof', { hash })
 * const proven = await light.verify(() => verifyTransactionProof(proof, light))
 */
export interface LightClient {
  readonly epochs: TrustedEpochs
  /** The ends of the epochs that are over, as JSON: with them as its member `epochs`, a proof needs nothing but the genesis. */
  readonly ends: readonly Json[]
  /** Asks for the epochs that ended since. Codes: those of a proof, `proof/bad-validators`, `proof/not-an-end`. */
  sync(options?: CallOptions): Promise<Result<undefined>>
  /** Runs a check, and once more after `sync` where it is of an epoch that was not known. */
  verify<T>(check: () => Result<T>): Promise<Result<T>>
}

/** It asks nothing before it must. Its methods throw what `client.call` throws. */
export function createLightClient(options: { readonly genesis: Genesis; readonly client: { readonly call: ListEpochs } }): LightClient {
  const { genesis, client } = options
  return lightClientOf({ genesis, genesisHash: genesisHash(genesis) }, client.call)
}

export function lightClientOf(chain: Chain, call: ListEpochs): LightClient {
  const epochs = new TrustedEpochs(chain)
  const ends: Json[] = []

  const learn = (end: EpochEnd): Result<undefined> => {
    const extended = epochs.extend(end, verifySignature)
    if (extended.ok) ends.push(epochEndCodec.toJson(end))
    return extended
  }

  const sync = async (more?: CallOptions): Promise<Result<undefined>> => {
    for (;;) {
      const from = epochs.size - 1
      const { items } = await call('consensus_listEpochs', { from, limit: EPOCHS_PER_PAGE }, more)
      for (const [index, { end }] of items.entries()) {
        const next = items[index + 1]
        if (end === undefined || next === undefined) continue
        const read = epochEndCodec.parseJson({ ...end, nextValidators: { validators: next.validators } } as unknown as Json)
        const learned = read.ok ? learn(read.value) : read
        if (!learned.ok) return learned
      }
      if (epochs.size - 1 === from) return ok(undefined)
    }
  }

  const verify = async <T>(check: () => Result<T>): Promise<Result<T>> => {
    const first = check()
    if (first.ok || first.error.code !== 'proof/unknown-epoch') return first
    const synced = await sync()
    return synced.ok ? check() : synced
  }

  return { epochs, ends, sync, verify }
}
