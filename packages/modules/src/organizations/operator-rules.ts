import { isEd25519PublicKey } from '@hanse/crypto'
import { type Address, err, ok, type Rejection, type Result } from '@hanse/primitives'
import { addressOfPublicKey, KEY_ALGORITHM } from '@hanse/protocol'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Operator, OperatorTerms, Party } from './codecs.ts'
import { canSatisfyFourEyes } from './four-eyes.ts'
import { OPERATORS_PER_PARTY_MAX } from './limits.ts'
import { refuse } from './rejections.ts'
import { operators, parties } from './store.ts'

/** A key that no party ever had, as an operator of this one. Its address follows from the key. */
export function newOperator(state: StateReader, partyId: string, terms: OperatorTerms, timeMs: number, path: string): Result<Operator> {
  if (terms.algorithm !== KEY_ALGORITHM.ed25519 || !isEd25519PublicKey(terms.publicKey)) {
    return err(refuse('organizations/bad-public-key', `not a usable key of algorithm ${terms.algorithm}`, `${path}.publicKey`))
  }
  if (new Set(terms.roles).size !== terms.roles.length) {
    return err(refuse('organizations/duplicate-role', `${terms.roles.join(', ')}: a role stands twice`, `${path}.roles`))
  }
  const address = addressOfPublicKey(terms.algorithm, terms.publicKey)
  const known = operators.get(state, address)
  if (known !== undefined) {
    return err(
      refuse('organizations/operator-exists', `${address} is an operator of ${known.partyId}, ${known.status}`, `${path}.publicKey`),
    )
  }
  return ok({ address, partyId, ...terms, status: 'active', addedAtMs: timeMs })
}

/** As `newOperator` for several keys at once, none of them twice, that can satisfy four eyes among themselves. */
export function firstOperators(
  state: StateReader,
  partyId: string,
  terms: readonly OperatorTerms[],
  timeMs: number,
  path: string,
): Result<readonly Operator[]> {
  const found: Operator[] = []
  for (const [index, one] of terms.entries()) {
    const operator = newOperator(state, partyId, one, timeMs, `${path}.${index}`)
    if (!operator.ok) return operator
    if (found.some(({ address }) => address === operator.value.address)) {
      return err(refuse('organizations/operator-exists', `${operator.value.address} stands twice`, `${path}.${index}.publicKey`))
    }
    found.push(operator.value)
  }
  if (canSatisfyFourEyes(found)) return ok(found)
  return err(refuse('organizations/too-few-operators', `no two of the operators of ${partyId} make four eyes`, path))
}

export function activeOperators(state: StateReader, party: Party): readonly Operator[] {
  return party.operators.map((address) => operators.require(state, address)).filter(({ status }) => status === 'active')
}

/** Ends every key that the party has, whichever they are by now, and starts the list of its keys anew. */
export function replaceOperators(state: StateWriter, party: Party, add: readonly Operator[], timeMs: number): { readonly revoked: number } {
  const active = activeOperators(state, party)
  for (const operator of active) operators.put(state, operator.address, { ...operator, status: 'revoked', revokedAtMs: timeMs })
  for (const operator of add) operators.put(state, operator.address, operator)
  parties.put(state, party.partyId, { ...party, operators: add.map(({ address }) => address) })
  return { revoked: active.length }
}

/** Takes keys from a party and gives it others, in one step, so that it can satisfy four eyes before and after. */
export function changeOperators(
  state: StateWriter,
  party: Party,
  change: { readonly revoke: readonly Address[]; readonly add: readonly Operator[]; readonly timeMs: number },
): Rejection | undefined {
  const { revoke, add, timeMs } = change
  for (const address of revoke) {
    const operator = operators.get(state, address)
    if (operator?.partyId !== party.partyId || operator.status !== 'active') {
      return refuse('organizations/not-own-operator', `${address} is no active operator of ${party.partyId}`)
    }
    operators.put(state, address, { ...operator, status: 'revoked', revokedAtMs: timeMs })
  }
  if (party.operators.length + add.length > OPERATORS_PER_PARTY_MAX) {
    const message = `${party.partyId} has had ${party.operators.length} keys, the limit is ${OPERATORS_PER_PARTY_MAX}`
    return refuse('organizations/too-many-operators', message)
  }
  for (const operator of add) operators.put(state, operator.address, operator)
  const changed: Party = { ...party, operators: [...party.operators, ...add.map(({ address }) => address)] }
  parties.put(state, party.partyId, changed)
  if (canSatisfyFourEyes(activeOperators(state, changed))) return undefined
  return refuse('organizations/too-few-operators', `${party.partyId} would have no maker and checker who are two people`)
}
