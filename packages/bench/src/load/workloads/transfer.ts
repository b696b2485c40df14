import type { Call } from '@hanse/protocol'
import { LOAD_PARTIES, type LoadSender, loadParty, loadPartyId, sendersOf } from '../cast.ts'
import { encodeCall, signTransaction } from '../sign-transaction.ts'
import type { Workload, WorkloadKind, WorkloadParts } from '../workload.ts'

/** With it a transaction of one call has about 250 bytes. */
const REFERENCE = '4711'

/** One party pays another a cent, of which all have plenty; the client's senders take turns, and everybody is paid. */
function transfers(calls: number, { chain, client, clients }: WorkloadParts): Workload {
  const own = Array.from({ length: LOAD_PARTIES }, (_, index) => index).filter((index) => index % clients === client)
  const senders = sendersOf(own.map((index) => loadParty(loadPartyId(index))))
  let paid = client
  const pay = (from: string): Call => {
    paid += 1
    const to = loadPartyId(paid % LOAD_PARTIES)
    if (to === from) return pay(from)
    return encodeCall('settlement', 'transfer', { from, to, currency: 'CNY', amount: '1', reference: REFERENCE })
  }
  return {
    story: (index, expiresAtMs) => {
      const sender = senders[index % senders.length] as LoadSender
      const many = Array.from({ length: calls }, () => pay(sender.partyId))
      return [signTransaction(chain, { signers: [sender], calls: many, expiresAtMs })]
    },
  }
}

/** Transactions of so many settlement transfers each, under one signature. */
export function transfersOf(calls: number): WorkloadKind {
  return { callsPerTransaction: calls, open: (parts) => transfers(calls, parts) }
}
