import { bytesToHex, type Hex } from '@hanse/primitives'
import type { Call, Chain } from '@hanse/protocol'
import { devnetParty, type LoadSender, sendersOf } from './load/cast.ts'
import { encodeCall, signTransaction } from './load/sign-transaction.ts'

const TIME_TO_LIVE_MS = 5 * 60 * 1000
const BANKS = ['bank-a', 'bank-b'] as const

/** What a transfer says beside who pays whom. */
export interface TransferTerms {
  readonly amount: string
  readonly reference: string
  /** One that each has for itself is a key of the state for ever. */
  readonly clientRef?: string
}

const PLAIN: TransferTerms = { amount: '1', reference: 'bench' }

function transferCall(from: string, { amount, reference }: TransferTerms): Call {
  const to = from === BANKS[0] ? BANKS[1] : BANKS[0]
  return encodeCall('settlement', 'transfer', { from, to, currency: 'CNY', amount, reference })
}

/** Makes signed settlement transfers of one call between the two banks of every devnet, each with an id of its own, as 0x-hex. */
export function transferSigner(
  chain: Chain,
  termsOf: (index: number) => TransferTerms = () => PLAIN,
): (index: number, nowMs: number) => Hex {
  const senders = sendersOf(BANKS.map(devnetParty))
  const plain = new Map(BANKS.map((party) => [party as string, transferCall(party, PLAIN)]))
  return (index, nowMs) => {
    const sender = senders[index % senders.length] as LoadSender
    const terms = termsOf(index)
    const call = terms === PLAIN ? (plain.get(sender.partyId) as Call) : transferCall(sender.partyId, terms)
    const { clientRef } = terms
    const signed = signTransaction(chain, {
      signers: [sender],
      calls: [call],
      expiresAtMs: nowMs + TIME_TO_LIVE_MS,
      ...(clientRef === undefined ? {} : { clientRef }),
    })
    return bytesToHex(signed.bytes)
  }
}

/** So many of them, signed beforehand. */
function signTransfers(chain: Chain, count: number, nowMs: number): readonly Hex[] {
  const sign = transferSigner(chain)
  return Array.from({ length: count }, (_, index) => sign(index, nowMs))
}

/** The same with a signature that does not hold. */
export function forgeTransfers(chain: Chain, count: number, nowMs: number): readonly Hex[] {
  return signTransfers(chain, count, nowMs).map((raw) => {
    const last = raw.at(-1) === '0' ? '1' : '0'
    return `${raw.slice(0, -1)}${last}` as Hex
  })
}
