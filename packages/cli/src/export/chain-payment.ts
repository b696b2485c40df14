import type { ChainPayment } from '@hanse/documents'
import { type Result, reject } from '@hanse/primitives'
import type { ProvenRecord } from '@hanse/sdk'
import { CliError, orThrow } from '../cli-error.ts'
import type { Context } from '../context.ts'

const UETR = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether an argument names a payment of the chain rather than a file. */
export function isUetr(text: string): boolean {
  return UETR.test(text)
}

/** What the chain keeps of a payment: every record is proven, so that a node cannot make one up. @throws CliError `payments/unknown-payment` */
export async function chainPayment({ connect }: Context, uetr: string): Promise<ChainPayment> {
  const client = await connect()
  const present = <V>(proven: Result<ProvenRecord<V>>): V => {
    const { value, height } = orThrow(proven)
    if (value !== undefined) return value
    const hint = 'It is absent, and that is proven: copy the UETR from the event `initiated`.'
    throw new CliError(reject('payments/unknown-payment', `there is no payment ${uetr} at height ${height}`, { hint }))
  }
  const payment = present(await client.payments.proof.payment({ uetr }))
  const details = present(await client.payments.proof.details({ uetr }))
  const partyOf = async (partyId: string) => present(await client.organizations.proof.party({ partyId }))
  const { debtorAgent, creditorAgent } = payment
  const { debtor, creditor } = details
  return {
    payment,
    details,
    debtorAgent: await partyOf(debtorAgent),
    creditorAgent: await partyOf(creditorAgent),
    ...(debtor.partyId === undefined ? {} : { debtor: await partyOf(debtor.partyId) }),
    ...(creditor.partyId === undefined ? {} : { creditor: await partyOf(creditor.partyId) }),
  }
}
