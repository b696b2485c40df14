import { allSettings, type ConfigSource } from '../config.ts'
import { lineOf, settingLines } from './setting-lines.ts'

/** A setting and where its value comes from. */
export interface ShownSetting {
  readonly path: string
  /** Undefined where there is none. Never a secret. */
  readonly value: unknown
  readonly from: 'file' | 'default' | 'unknown setting'
  /** Of the file. */
  readonly line?: number
}

/** Stands where a value is not shown. */
const HIDDEN = '(hidden)'

/** Settings whose values are shown in part: by path, how. */
const PARTLY_SHOWN: Readonly<Record<string, (value: unknown) => unknown>> = {
  'rpc.accessKeys': (value) => (Array.isArray(value) ? value.map((key: unknown) => withHiddenHash(key)) : HIDDEN),
}

function withHiddenHash(key: unknown): unknown {
  return typeof key === 'object' && key !== null && 'organization' in key ? { organization: key.organization, sha256: HIDDEN } : HIDDEN
}

/**
 * What a configuration file says; with `effective` every setting, those with their defaults too. Of what is no setting the name alone
 * is shown: nobody knows what it was meant to hold.
 */
export function viewConfig({ text, value }: ConfigSource, { effective }: { readonly effective: boolean }): readonly ShownSetting[] {
  const lines = settingLines(text)
  const shown = allSettings()
    .flatMap(({ settings }) => settings)
    .flatMap(({ path, fallback }): readonly ShownSetting[] => {
      const given = memberAt(value, path.split('.'))
      if (given === undefined) return effective ? [{ path, value: fallback, from: 'default' }] : []
      const line = lineOf(path, lines)
      const visible = (PARTLY_SHOWN[path] ?? ((plain: unknown) => plain))(given)
      return [{ path, value: visible, from: 'file', ...(line === undefined ? {} : { line }) }]
    })
  return [...shown, ...strangers(value).map((path) => ({ path, value: HIDDEN, from: 'unknown setting' as const }))]
}

function memberAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value
  return isRecord(value) && Object.hasOwn(value, name) ? memberAt(value[name], rest) : undefined
}

/** Paths of a configuration that are no settings. */
function strangers(value: unknown): readonly string[] {
  if (!isRecord(value)) return []
  const known = new Set(allSettings().flatMap(({ settings }) => settings.map(({ path }) => path)))
  const sections = new Set(allSettings().map(({ name }) => name))
  return Object.entries(value).flatMap(([name, member]) => {
    if (known.has(name)) return []
    if (!sections.has(name) || !isRecord(member)) return [name]
    return Object.keys(member).flatMap((inner) => (known.has(`${name}.${inner}`) ? [] : [`${name}.${inner}`]))
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
