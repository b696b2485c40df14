import { didYouMean, err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import { type Call, type Chain, callCodec, type Transaction, taggedHash } from '@hanse/protocol'
import { type Table, table } from '../data/table.ts'
import { countValue } from '../data/value-codec.ts'
import type { BlockContext, BoundCommand, EnvelopeContext, StateReader, TransactionContext } from '../module.ts'
import type { Registry } from './registry.ts'

/** What execution reads of a transaction: a simulated one has no signatures. */
export type Draft = Pick<Transaction, 'id' | 'body'>

/** The executor's own keys stand under a name that no module can have. */
export const SEQUENCE_MODULE = '_sequence'
/** The next sequence of every sender that uses them. */
export const sequences: Table<number> = table({ module: SEQUENCE_MODULE, name: 'next', value: countValue })

export function envelopeContext(block: BlockContext, { id, body }: Draft): EnvelopeContext {
  const { sender, coSigners, clientRef, calls } = body
  return { ...block, txId: id, sender, signers: [sender, ...coSigners], calls, ...(clientRef === undefined ? {} : { clientRef }) }
}

/** The digest is made when it is asked for: few commands do. One getter for all calls, since an object with one of its own costs a microsecond. */
const CALL_DIGEST: PropertyDescriptor & ThisType<Pick<TransactionContext, 'callIndex'> & { readonly calls: readonly Call[] }> = {
  enumerable: true,
  get() {
    return taggedHash('call', callCodec.encode(this.calls[this.callIndex] as Call))
  },
}

export function callContext(envelope: EnvelopeContext, callIndex: number): TransactionContext {
  return Object.defineProperty({ ...envelope, callIndex }, 'callDigest', CALL_DIGEST) as TransactionContext & typeof envelope
}

const CHAIN_HINT = 'Ask node_info for chainId and genesisHash and build the transaction again.'

/** `pool/wrong-chain`: the transaction was signed for another chain. */
export function chainFault(chain: Chain, { body }: Draft): Rejection | undefined {
  if (body.genesisHash !== chain.genesisHash) {
    return reject('pool/wrong-chain', `signed for the chain of genesis ${body.genesisHash}, this is ${chain.genesisHash}`, {
      hint: CHAIN_HINT,
      path: 'body.genesisHash',
    })
  }
  if (body.chainId !== chain.genesis.chainId) {
    return reject('pool/wrong-chain', `signed for chain ${body.chainId}, this is ${chain.genesis.chainId}`, {
      hint: CHAIN_HINT,
      path: 'body.chainId',
    })
  }
  return undefined
}

/** Judged by block time: `pool/expired`, `pool/expiry-too-far`. A transaction outside its window leaves no trace in a block. */
export function expiryFault(expiresAtMs: number, timeMs: number, timeToLiveMsMax = Number.POSITIVE_INFINITY): Rejection | undefined {
  if (expiresAtMs <= timeMs) {
    return reject('pool/expired', `expired at ${expiresAtMs}, the block's time is ${timeMs}`, {
      hint: 'Build it again with a later expiresAtMs.',
      path: 'body.expiresAtMs',
    })
  }
  if (expiresAtMs <= timeMs + timeToLiveMsMax) return undefined
  return reject('pool/expiry-too-far', `expires at ${expiresAtMs}, at most ${timeMs + timeToLiveMsMax} is allowed now`, {
    hint: `Choose expiresAtMs at most ${timeToLiveMsMax} ms after the head's time.`,
    path: 'body.expiresAtMs',
  })
}

/** `tx/bad-sequence` unless the transaction has none or the sender's next. */
export function sequenceFault(state: StateReader, { body }: Draft): Rejection | undefined {
  if (body.sequence === undefined) return undefined
  const next = sequences.get(state, body.sender) ?? 0
  return body.sequence === next
    ? undefined
    : reject('tx/bad-sequence', `the sender's next sequence is ${next}, not ${body.sequence}`, { path: 'body.sequence' })
}

interface DecodedCall {
  readonly command: BoundCommand
  readonly params: never
}

/** `tx/unknown-module`, `tx/unknown-command`, or the codec's rejection of the params. */
export function decodeCall(registry: Registry, call: Call, path: string): Result<DecodedCall> {
  const module = registry.get(call.module)
  if (module === undefined) {
    const meant = didYouMean(
      call.module,
      registry.ordered.map(({ name }) => name),
    )
    return err(reject('tx/unknown-module', `the chain has no module ${call.module}${meant}`, { path: `${path}.module` }))
  }
  const command = Object.hasOwn(module.commands, call.command) ? module.commands[call.command] : undefined
  if (command === undefined) {
    const names = Object.keys(module.commands)
    const message = `module ${call.module} has no command ${call.command}${didYouMean(call.command, names)}`
    return err(reject('tx/unknown-command', message, { hint: `Commands of ${call.module}: ${names.join(', ')}.`, path: `${path}.command` }))
  }
  const params = command.params.decode(call.params)
  if (params.ok) return ok({ command, params: params.value })
  const { error } = params
  return err({ ...error, path: error.path === undefined ? `${path}.params` : `${path}.params.${error.path}` })
}
