import { type Rejection, reject } from '@hanse/primitives'
import { defineMessage, jsonText } from '@hanse/protocol'
import { changeMembership, defineCommand, type MembershipChange, type Module, membershipFault } from '@hanse/state'

const CHANGE_LENGTH_MAX = 8_192

/** Changes at once what the members of a real chain vote on: what is tested is what a change does, not how it is decided. */
export const GOVERNOR: Module = {
  name: 'governor',
  version: 1,
  summary: 'changes who validates, without a vote',
  commands: {
    change: defineCommand({
      summary: 'changes who validates',
      params: defineMessage({ change: [1, jsonText({ max: CHANGE_LENGTH_MAX })] }),
      execute: (context, state, params): Rejection | undefined => {
        const change = params.change as unknown as MembershipChange
        const fault = membershipFault(context, state, change)
        if (fault !== undefined) return reject(`governor/${fault}`, fault)
        changeMembership(context, state, change)
        return undefined
      },
    }),
  },
  queries: {},
  invariants: {},
  uses: [],
  onActivation: () => undefined,
}
