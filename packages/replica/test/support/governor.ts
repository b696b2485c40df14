import { bytesToHex, createPrng, type Rejection, reject } from '@hanse/primitives'
import { type Chain, defineMessage, jsonText, KEY_ALGORITHM, type Transaction, type ValidatorRecord, type Verified } from '@hanse/protocol'
import { changeMembership, defineCommand, type MembershipChange, type Module, membershipFault } from '@hanse/state'
import { transactionOn } from './four-validators.ts'

const changeParams = defineMessage({ change: [1, jsonText({ max: 8_192 })] })
const waitParams = defineMessage({})

const change = defineCommand({
  summary: 'changes who validates, without a vote',
  params: changeParams,
  execute: (context, state, params): Rejection | undefined => {
    const wanted = params.change as unknown as MembershipChange
    const fault = membershipFault(context, state, wanted)
    if (fault !== undefined) return reject(`governor/${fault}`, fault)
    changeMembership(context, state, wanted)
    return undefined
  },
})

const wait = defineCommand({ summary: 'changes nothing', params: waitParams, execute: () => undefined })

/** Does at once what members would vote on. */
export const GOVERNOR: Module = {
  ...{ name: 'governor', version: 1, summary: 'changes who validates', commands: { change, wait }, queries: {}, invariants: {}, uses: [] },
  onActivation: () => undefined,
}

/** The record of an organization that may become a validator: its number is its consensus key's seed. */
export function recordOf(index: number): ValidatorRecord {
  return {
    organization: `validator-${index}`,
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(createPrng(index).bytes(32)) },
    peerId: `peer-${index}`,
    addresses: [],
  }
}

/** A transaction that changes nothing. */
export function waitTransaction(chain: Chain, number: number): Verified<Transaction> {
  return transactionOn(chain, number, [{ module: 'governor', command: 'wait', params: waitParams.encode({}) }])
}

/** A transaction that changes the members. `number` makes it another than those of the same change. */
export function membershipTransaction(chain: Chain, number: number, wanted: MembershipChange): Verified<Transaction> {
  const params = changeParams.encode({ change: wanted as never })
  return transactionOn(chain, number, [{ module: 'governor', command: 'change', params }])
}
