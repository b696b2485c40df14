import type { Module } from '@hanse/state'
import { invoices } from './invoices/module.ts'
import { organizations } from './organizations/module.ts'
import { settlement } from './settlement/module.ts'

export type { OrganizationsGenesis } from './organizations/codecs.ts'
export { clientRefTx, partyOf } from './organizations/api.ts'
export type { SettlementGenesis } from './settlement/codecs.ts'
export * from './invoices/public.ts'
export { organizations, settlement }

/** Every module of the chain in execution order. A line here is deliberate: what is registered is part of consensus. */
export const MODULES: readonly Module[] = [organizations, settlement, invoices]
