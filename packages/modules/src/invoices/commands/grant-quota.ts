import type { Rejection } from '@hanse/primitives'
import { amount, type FieldValue, message } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/invoices.js'
import { currency, partyId } from '../../fields.ts'
import { requireActiveParty, requireOperator } from '../../organizations/api.ts'
import { periodField } from '../invoice.ts'
import { isPeriod, readQuota, writeQuota } from '../quota.ts'
import { refuse } from '../rejections.ts'
import { emit } from '../store.ts'

const params = message(hanse.invoices.v1.GrantQuota, {
  sellerId: partyId(),
  currency: currency(),
  period: periodField(),
  limit: amount(),
})

/** The limit replaces an earlier one of the same seller, currency and month; it cannot fall below what is used. */
export const grantQuota = defineCommand({
  summary: 'A tax authority says how much a seller of its country may invoice in a month, gross.',
  params,
  execute: grant,
})

function grant(
  context: TransactionContext,
  state: StateWriter,
  { sellerId, currency, period, limit }: FieldValue<typeof params>,
): Rejection | undefined {
  const authority = requireOperator(context, state, { role: 'tax-authority' })
  if (!authority.ok) return authority.error
  const seller = requireActiveParty(state, sellerId, context.timeMs, { path: 'sellerId' })
  if (!seller.ok) return seller.error
  if (seller.value.country !== authority.value.country) {
    return refuse(
      'invoices/wrong-country',
      `${authority.value.partyId} is of ${authority.value.country}, ${sellerId} of ${seller.value.country}`,
      'sellerId',
    )
  }
  if (!isPeriod(period)) return refuse('invoices/bad-period', `there is no month ${period}`, 'period')
  const used = readQuota(state, sellerId, currency, period)?.used ?? 0n
  if (limit < used) return refuse('invoices/quota-below-used', `${used} minor units were invoiced in ${period}`, 'limit')
  writeQuota(state, sellerId, currency, period, { limit, used })
  emit(state, 'quotaGranted', { sellerId, currency, period, limit })
  return undefined
}
