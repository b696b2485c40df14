import { didYouMean } from '@hanse/primitives'
import { ERROR_TABLE, type Failure, failure } from './errors.ts'
import type { KnownModule, NodeApi } from './node-api.ts'

/** Names of a filter. */
interface Asked {
  readonly module?: string | undefined
  readonly command?: string | undefined
  /** Of an event. */
  readonly type?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

/**
 * A name in a filter that nothing on this chain has, or will have by what was voted: nothing could ever fit, and an empty answer would look
 * like one. `at` is the path of the filter, with its dot.
 */
export function unknownName(modules: readonly KnownModule[], asked: Asked, at = ''): Failure | undefined {
  const { module } = asked
  const candidates = modules.filter(({ name }) => module === undefined || module === name)
  if (module !== undefined && candidates.length === 0) {
    const meant = didYouMean(
      module,
      modules.map(({ name }) => name),
    )
    return failure('query/unknown-module', { message: `the chain has no module ${module}${meant}`, path: `${at}module` })
  }
  const names = candidates.flatMap((candidate) => candidate.names ?? [])
  // Where the code of one is not here, whatever was asked may be its.
  if (names.length < candidates.length) return undefined
  return unknownCommand(names, asked, at) ?? unknownEvent(names, asked, at)
}

type Names = readonly NonNullable<KnownModule['names']>[]

function unknownCommand(names: Names, { module, command }: Asked, at: string): Failure | undefined {
  const known = names.flatMap(({ commands }) => commands)
  if (command === undefined || known.includes(command)) return undefined
  const message = `${nobody(module)} command ${command}${didYouMean(command, known)}`
  return failure('query/unknown-command', { message, path: `${at}command` })
}

/** Attributes are those of the type that is asked for, or of any. */
function unknownEvent(names: Names, { module, type, attributes = {} }: Asked, at: string): Failure | undefined {
  const types = names.flatMap(({ events }) => [...events])
  const fitting = types.filter(([name]) => type === undefined || name === type)
  if (type !== undefined && fitting.length === 0) {
    const meant = didYouMean(
      type,
      types.map(([name]) => name),
    )
    return failure('query/unknown-event', { message: `${nobody(module)} event ${type}${meant}`, path: `${at}type` })
  }
  const known = new Set(fitting.flatMap(([, attributeNames]) => attributeNames))
  const stray = Object.keys(attributes).find((name) => !known.has(name))
  if (stray === undefined) return undefined
  const of = type === undefined ? `no event of ${module === undefined ? 'the chain' : `module ${module}`}` : `the event ${type}`
  return failure('query/unknown-attribute', {
    message: `${of} has ${type === undefined ? 'the' : 'no'} attribute ${stray}${didYouMean(stray, [...known])}`,
    path: `${at}attributes.${stray}`,
  })
}

function nobody(module: string | undefined): string {
  return module === undefined ? 'no module of the chain has the' : `module ${module} has no`
}

/**
 * A code that no transaction was refused with. A module of one's own that was replaced may have had others than its successor: where the
 * chain has own modules, a code is only refused when it looks like a known one that was mistyped.
 */
export function unknownCode({ rejectionRow, rejectionCodes, knownModules }: KnownRejections, code: string): Failure | undefined {
  if (rejectionRow(code) !== undefined || Object.hasOwn(ERROR_TABLE, code)) return undefined
  const own = knownModules.filter(({ isOwn }) => isOwn === true).map(({ name }) => name)
  if (own.includes(code.split('/')[0] ?? '')) return undefined
  const meant = didYouMean(code, [...rejectionCodes(), ...Object.keys(ERROR_TABLE)])
  if (own.length > 0 && meant === '') return undefined
  return failure('query/unknown-code', { message: `nothing on this chain refuses with ${code}${meant}`, path: 'code' })
}

type KnownRejections = Pick<NodeApi, 'rejectionRow' | 'rejectionCodes' | 'knownModules'>
