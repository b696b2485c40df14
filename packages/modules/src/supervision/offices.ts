import { err, type Result } from '@hanse/primitives'
import type { StateReader, TransactionContext } from '@hanse/state'
import { hasRole, type Party, type Role, requireOperator } from '../organizations/api.ts'
import { refuse } from './rejections.ts'

/** The sender's party, active and of one of these offices. */
export function requireOffice(context: TransactionContext, state: StateReader, offices: readonly Role[]): Result<Party> {
  const sender = requireOperator(context, state)
  if (!sender.ok || offices.some((office) => hasRole(sender.value, office))) return sender
  const { partyId, roles } = sender.value
  return err(refuse('supervision/not-authorised', `${partyId} is ${roles.join(', ')}, not ${offices.join(' or ')}`))
}
