import { governance, organizations } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { createModuleHarness, type HarnessCall, type InstalledModule, type ModuleHarness } from '@hanse/state'
import { both, DAY_MS, organizationsGenesis, START_MS } from '../cast.ts'

export const VALIDATORS = ['bank-a', 'bank-b', 'core-firm', 'supplier']
export const MEMBERS: Json = {
  members: [
    { organization: 'core-firm', partyId: 'shunhe' },
    { organization: 'supplier', partyId: 'nanhai' },
  ],
}
export const PARTY: Readonly<Record<string, string>> = { 'core-firm': 'shunhe', supplier: 'nanhai' }

export function chain(installed: readonly InstalledModule[], members: Json = MEMBERS): ModuleHarness {
  return createModuleHarness({
    modules: [organizations, governance],
    installed,
    validators: VALIDATORS,
    genesis: { organizations: organizationsGenesis(), governance: members },
    timeMs: START_MS,
  })
}

export function call(command: string, json: { readonly [key: string]: Json }): HarnessCall {
  return { module: 'governance', command, json }
}

export const handsOf = (member: string): readonly [Address, Address] => both(PARTY[member] ?? member)

export function codeOf(harness: ModuleHarness, signers: readonly Address[], one: HarnessCall): string {
  const { outcome, code } = harness.send({ signers, calls: [one] })
  return outcome === 'success' ? 'success' : (code ?? 'no code')
}

export function propose(harness: ModuleHarness, member: string, action: Json, days = 1): string {
  return codeOf(harness, handsOf(member), call('propose', { member, action, deadlineMs: harness.timeMs + days * DAY_MS }))
}

export function vote(harness: ModuleHarness, member: string, proposalId = '1', choice = 'yes'): string {
  return codeOf(harness, handsOf(member), call('vote', { member, proposalId, choice }))
}

export function statusOf(harness: ModuleHarness, proposalId = '1'): unknown {
  const found = harness.query('governance', 'proposal', { proposalId })
  return found.ok ? (found.value as { status: string }).status : found.error.code
}

export function advanceTo(harness: ModuleHarness, height: number): void {
  while (harness.height < height) harness.advance(1)
}
