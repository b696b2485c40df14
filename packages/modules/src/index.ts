import type { Module } from '@hanse/state'
import { governance } from './governance/module.ts'
import { invoices } from './invoices/module.ts'
import { organizations } from './organizations/module.ts'
import { payments } from './payments/module.ts'
import { receivables } from './receivables/module.ts'
import { settlement } from './settlement/module.ts'
import { supervision } from './supervision/module.ts'

export { addDays, addMonths, type CivilDate, dateOfTime, daysBetween, isCivilDate } from './dates.ts'
export { type Emit, emitterOf } from './emitter.ts'
export * from './governance/public.ts'
export * from './invoices/public.ts'
export { formatAmount, formatMinorUnits } from './money.ts'
export * from './organizations/public.ts'
export * from './payments/public.ts'
export * from './receivables/public.ts'
export { type Refuse, type RejectionRow, type RejectionTable, refuserOf } from './rejection-table.ts'
export { MODULE_REJECTIONS } from './rejections.ts'
export * from './settlement/public.ts'
export * from './supervision/public.ts'
export { rowsOf, type TablePlace, type TableRow } from './table-rows.ts'

const REGISTRY = [organizations, supervision, settlement, invoices, receivables, payments, governance] as const
/** The registry with the types of all commands and queries: what a typed client is derived from. */
export type RegisteredModules = typeof REGISTRY

/** Every module of the chain in execution order. A line in the registry is deliberate: what is registered is part of consensus. */
export const MODULES: readonly Module[] = REGISTRY
