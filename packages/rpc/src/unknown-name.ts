import { type Failure, failure } from './errors.ts'
import type { ModuleDescription } from './node-api.ts'

/**
 * A module of a filter that the chain does not have, or a command that none of its modules has: nothing could ever fit. `at` is the path of
 * the filter, with its dot.
 */
export function unknownName(
  modules: readonly ModuleDescription[],
  { module, command }: { readonly module?: string | undefined; readonly command?: string | undefined },
  at = '',
): Failure | undefined {
  const asked = modules.filter(({ name }) => module === undefined || module === name)
  if (asked.length === 0) return failure('query/unknown-module', { message: `the chain has no module ${module}`, path: `${at}module` })
  if (command === undefined || asked.some(({ commands }) => commands.some(({ name }) => name === command))) return undefined
  const message = `${module === undefined ? 'no module' : `module ${module}`} has ${module === undefined ? 'a' : 'no'} command ${command}`
  return failure('rpc/bad-params', { message, path: `${at}command`, hint: 'rpc.discover lists the commands under x-modules.' })
}
