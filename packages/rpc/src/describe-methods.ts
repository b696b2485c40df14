import type { JsonSchema } from '@hanse/protocol'
import type { AdminApi } from './admin/admin-api.ts'
import { adminMethods } from './admin/methods.ts'
import { METHODS } from './method-registry.ts'

/** A method as a caller sees it, without a node. */
export interface MethodDescription {
  readonly name: string
  readonly summary: string
  readonly params: readonly { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }[]
}

/** Every method of a node and of its admin listener, in the order of the documents. */
export function describeMethods(): readonly MethodDescription[] {
  // None of them is called here.
  const admin = adminMethods({} as AdminApi)
  return [...METHODS, ...admin].map(({ name, summary, params }) => ({ name, summary, params }))
}
