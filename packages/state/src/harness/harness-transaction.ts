import { assert, bytesToHex, EMPTY_BYTES, type Hex, uint64ToBytes, ZERO_HASH } from '@hanse/primitives'
import {
  type Call,
  type Chain,
  DEFAULT_CHAIN_PARAMS,
  KEY_ALGORITHM,
  TRANSACTION_UNIQUE_SIZE_BYTES,
  type Transaction,
  type TransactionBody,
  transactionBodyCodec,
  transactionId,
  type Verified,
} from '@hanse/protocol'
import type { Module } from '../module.ts'
import { entryOf } from '../runtime/module-shelf.ts'
import type { HarnessCall, HarnessOptions, HarnessTransaction } from './harness.ts'

const TIME_TO_LIVE_MS = 60_000
const GENESIS_TIME_MS = 1_750_000_000_000

function harnessValidator(organization: string, index: number, consensusKey?: Hex): Chain['genesis']['validators'][number] {
  const bytes = consensusKey ?? (bytesToHex(new Uint8Array(32).fill(index + 1)) as Hex)
  return { organization, consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes }, peerId: `peer-${index}`, addresses: [] }
}

export function harnessChain({ modules, genesis, timeMs, validators = [], consensusKeys = [], protocolVersion }: HarnessOptions): Chain {
  return {
    genesis: {
      version: 1,
      chainId: 1,
      name: 'harness',
      timeMs: timeMs ?? GENESIS_TIME_MS,
      params: DEFAULT_CHAIN_PARAMS,
      validators: validators.map((organization, index) => harnessValidator(organization, index, consensusKeys[index])),
      ...(protocolVersion === undefined ? {} : { protocolVersion }),
      modules: modules.map((module) => {
        const given = genesis?.[module.name]
        return { ...entryOf(module), ...(given === undefined ? {} : { genesis: given }) }
      }),
    },
    genesisHash: ZERO_HASH,
  }
}

function encodeCall(modules: readonly Module[], call: HarnessCall): Call {
  const command = modules.find(({ name }) => name === call.module)?.commands[call.command]
  // What the chain does not know still makes a transaction: it is refused when it is executed.
  if (command === undefined) return { module: call.module, command: call.command, params: EMPTY_BYTES }
  if ('params' in call) return { module: call.module, command: call.command, params: command.params.encode(call.params as never) }
  const params = command.params.parseJson(call.json)
  assert(params.ok, `params of ${call.module}.${call.command}: ${params.ok ? '' : `${params.error.path} ${params.error.message}`}`)
  return { module: call.module, command: call.command, params: command.params.encode(params.value) }
}

/** Calls are encoded by the first of the modules with their name. `number` makes the transaction's id unlike any other's. */
export function harnessTransaction(
  { genesis, genesisHash }: Chain,
  modules: readonly Module[],
  given: HarnessTransaction,
  number: number,
  timeMs: number,
): Verified<Transaction> {
  const [sender, ...coSigners] = given.signers
  assert(sender !== undefined, 'a transaction has a sender')
  const unique = new Uint8Array(TRANSACTION_UNIQUE_SIZE_BYTES)
  unique.set(uint64ToBytes(number))
  const body: TransactionBody = {
    genesisHash,
    chainId: genesis.chainId,
    sender,
    coSigners,
    expiresAtMs: given.expiresAtMs ?? timeMs + TIME_TO_LIVE_MS,
    unique: bytesToHex(unique),
    ...(given.sequence === undefined ? {} : { sequence: given.sequence }),
    ...(given.clientRef === undefined ? {} : { clientRef: given.clientRef }),
    calls: given.calls.map((call) => encodeCall(modules, call)),
  }
  const bodyBytes = transactionBodyCodec.encode(body)
  const transaction: Transaction = { id: transactionId(bodyBytes), body, bodyBytes, signatures: [], bytes: bodyBytes }
  return transaction as Verified<Transaction>
}
