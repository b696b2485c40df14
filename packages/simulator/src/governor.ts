import { type Rejection, reject } from '@hanse/primitives'
import { defineMessage, jsonText, PROTOCOL_VERSION_MAX, uint } from '@hanse/protocol'
import {
  changeMembership,
  defineCommand,
  type MembershipChange,
  type Module,
  membershipFault,
  rulesWith,
  scheduleRules,
} from '@hanse/state'

const CHANGE_LENGTH_MAX = 8_192
const NOTICE_MAX = 1_000

/** Changes without a vote what the members of a real chain vote on: what is tested is what a change does, not how it is decided. */
export const GOVERNOR: Module = {
  name: 'governor',
  version: 1,
  summary: 'changes who validates and the version of the protocol, without a vote',
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
    upgrade: defineCommand({
      summary: 'brings a version of the protocol after so many heights',
      params: defineMessage({ version: [1, uint({ max: PROTOCOL_VERSION_MAX })], notice: [2, uint({ max: NOTICE_MAX })] }),
      execute: (context, state, { version, notice }): Rejection | undefined => {
        const change = { proposal: 'governor', height: context.height + notice, version }
        const changed = rulesWith(context, state, change)
        if (!changed.ok) return reject('governor/bad-version', changed.error.message)
        scheduleRules(context, state, change)
        return undefined
      },
    }),
  },
  queries: {},
  invariants: {},
  uses: [],
  onActivation: () => undefined,
}
