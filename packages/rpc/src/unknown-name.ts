import { didYouMean } from '@hanse/primitives'
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
  if (asked.length === 0) {
    const meant = didYouMean(
      module ?? '',
      modules.map(({ name }) => name),
    )
    return failure('query/unknown-module', { message: `the chain has no module ${module}${meant}`, path: `${at}module` })
  }
  if (command === undefined || asked.some(({ commands }) => commands.some(({ name }) => name === command))) return undefined
  const meant = didYouMean(
    command,
    asked.flatMap(({ commands }) => commands.map(({ name }) => name)),
  )
  const message = `${module === undefined ? 'no module has a' : `module ${module} has no`} command ${command}${meant}`
  return failure('rpc/bad-params', { message, path: `${at}command`, hint: 'rpc.discover lists the commands under x-modules.' })
}
