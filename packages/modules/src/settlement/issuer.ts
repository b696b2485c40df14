import { err, ok, type Result } from '@hanse/primitives'
import type { StateWriter, TransactionContext } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { requireFourEyes, requireOperator } from '../organizations/api.ts'
import type { CurrencyRecord } from './codecs.ts'
import { refuse } from './rejections.ts'
import { currencies } from './store.ts'

/** The currency, when its issuer acts with two pairs of eyes. */
export function requireIssuer(context: TransactionContext, state: StateWriter, currency: Currency): Result<CurrencyRecord> {
  const record = currencies.get(state, currency)
  if (record === undefined) return err(refuse('settlement/unknown-currency', `this chain has no ${currency}`, 'currency'))
  const issuer = requireOperator(context, state, { partyId: record.issuer })
  if (!issuer.ok) return issuer
  const fault = requireFourEyes(context, state, record.issuer)
  return fault === undefined ? ok(record) : err(fault)
}
