import { MODULES } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import { callCodec, type Event, type Json, taggedHash } from '@hanse/protocol'
import { createModuleHarness, type ModuleHarness } from '@hanse/state'
import { CAST, type CastMember, leiOf, organizationsGenesis, SETTLEMENT_GENESIS, START_MS } from '../cast.ts'

export type Args = { readonly [key: string]: Json }

export const HASH = `0x${'ab'.repeat(32)}`

/** Short notices, so that heights come soon. */
const NOTICE: Args = { noticeHeights: 10, emergencyNoticeHeights: 2, utcOffsetMinutes: 480 }

/** What a clearance names: `H(call, encoded call)`. */
export function digestOf(module: string, command: string, json: Args): string {
  const found = MODULES.find(({ name }) => name === module)?.commands[command]
  const params = found?.params.parseJson(json)
  if (found === undefined || params?.ok !== true) throw new Error(`no such call: ${module}.${command}`)
  return taggedHash('call', callCodec.encode({ module, command, params: found.params.encode(params.value) }))
}

/** Two sanctions desks beside the cast. */
const DESKS: readonly CastMember[] = [
  { partyId: 'desk', name: 'Sanctions Desk', roles: ['sanctions-desk'], lei: leiOf(20) },
  { partyId: 'other-desk', name: 'Another Sanctions Desk', roles: ['sanctions-desk'], lei: leiOf(21) },
]

/** What acts on the harness and answers with a code. */
export interface Desk {
  readonly harness: ModuleHarness
  /** `success`, or the code of the refusal. */
  send(signers: readonly Address[], command: string, json: Args, module?: string): string
  query(name: string, json: Args, module?: string): Args
  /** Of the last transaction that was sent. */
  events(): readonly Event[]
  /** Empty blocks up to this height. */
  reach(height: number): void
}

export function openDesk(genesis: Readonly<Record<string, Json>> = {}): Desk {
  const harness = createModuleHarness({
    modules: MODULES,
    genesis: { organizations: organizationsGenesis([...CAST, ...DESKS]), supervision: NOTICE, settlement: SETTLEMENT_GENESIS, ...genesis },
    timeMs: START_MS,
  })
  let events: readonly Event[] = []
  return {
    harness,
    send: (signers, command, json, module = 'supervision') => {
      const receipt = harness.send({ signers, calls: [{ module, command, json }] })
      events = receipt.events
      return receipt.outcome === 'success' ? 'success' : (receipt.code ?? 'no code')
    },
    query: (name, json, module = 'supervision') => {
      const answer = harness.query(module, name, json)
      return answer.ok ? (answer.value as Args) : { code: answer.error.code }
    },
    events: () => events,
    reach: (height) => {
      while (harness.height < height) harness.advance(1_000)
    },
  }
}
