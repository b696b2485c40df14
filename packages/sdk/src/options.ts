import { nearestWord, reject } from '@hanse/primitives'
import { HanseError } from './errors.ts'
import type { CallOptions } from './http.ts'
import { isRecord } from './is-record.ts'
import type { SendOptions } from './module-client.ts'
import type { QueryOptions } from './record-proof.ts'
import type { WaitOptions } from './send.ts'
import type { SubscribeOptions, Topic } from './subscription-types.ts'
import type { BuildOptions } from './transaction.ts'

/** Every option of `T`: the compiler sees to it that none is left out. */
export type OptionNames<T> = Readonly<Record<keyof T, true>>

export const CALL_OPTIONS: OptionNames<CallOptions> = { timeoutMs: true, signal: true }
export const QUERY_OPTIONS: OptionNames<QueryOptions> = { ...CALL_OPTIONS, height: true }
export const WAIT_OPTIONS: OptionNames<WaitOptions> = { timeoutMs: true, signal: true }
const TRANSACTION_OPTIONS = { expiresAtMs: true, clientRef: true, sequence: true } as const
export const SEND_OPTIONS: OptionNames<SendOptions> = { ...TRANSACTION_OPTIONS, ...WAIT_OPTIONS, signers: true, onSigned: true }
export const TRANSACT_OPTIONS: OptionNames<SendOptions & Pick<BuildOptions, 'calls'>> = { calls: true, ...SEND_OPTIONS }
export const BUILD_OPTIONS: OptionNames<BuildOptions> = {
  ...{ chain: true, params: true, sender: true, coSigners: true, calls: true, modules: true },
  ...TRANSACTION_OPTIONS,
}
export const SUBSCRIBE_OPTIONS: OptionNames<SubscribeOptions<Topic>> = {
  ...{ from: true, filter: true, signal: true, onOpen: true, onLost: true },
}

/**
 * Plain JavaScript has no compiler that knows the options: one that nobody reads would be lost without a word, and with it what it was to
 * protect from. @throws HanseError `sdk/unknown-option`
 */
export function checkOptions(owner: string, given: unknown, known: Readonly<Record<string, true>>): void {
  const names = Object.keys(known)
  const all = `It has ${names.join(', ')}.`
  if (given === undefined) return
  if (!isRecord(given)) throw new HanseError(reject('sdk/unknown-option', `the options of ${owner} are no object`, { hint: all }))
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(known, name))
  if (unknown === undefined) return
  const meant = nearestWord(unknown, names)
  const hint = meant === undefined ? all : `Did you mean ${meant}? ${all}`
  throw new HanseError(reject('sdk/unknown-option', `${owner} has no option ${unknown}`, { hint, path: unknown }))
}
