import { assert } from '@hanse/primitives'
import { z } from 'zod'

/** One setting of the configuration, as its schema describes it. */
export interface Setting {
  /** `rpc.port`. */
  readonly path: string
  /** `rpc`; undefined for a setting of the file's top. */
  readonly section: string | undefined
  readonly description: string
  /** Which values it takes, in words, with the unit. */
  readonly values: string
  /** Undefined where there is none. */
  readonly fallback: unknown
  readonly isRequired: boolean
  /** A value to show where the default is none or empty. */
  readonly example: unknown
}

export interface SettingsSection {
  /** Undefined for the file's top. */
  readonly name: string | undefined
  readonly description: string
  readonly settings: readonly Setting[]
}

/** What a JSON Schema made of the configuration's says of one setting or section. */
interface Described {
  readonly description?: string
  readonly default?: unknown
  readonly example?: unknown
  readonly type?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Described>>
  readonly required?: readonly string[]
}

/** The sections of a configuration schema in their order, the file's top first. */
export function settingsOf(schema: z.ZodType): readonly SettingsSection[] {
  const root = z.toJSONSchema(schema, { io: 'input' }) as Described
  const members = Object.entries(root.properties ?? {})
  const isSection = ([, { properties }]: readonly [string, Described]): boolean => properties !== undefined
  const top = members.filter((member) => !isSection(member)).map(([name, described]) => settingOf(undefined, name, described, root))
  const sections = members.filter(isSection).map(([name, section]) => ({
    name,
    description: describedIn(name, section),
    settings: Object.entries(section.properties ?? {}).map(([setting, described]) => settingOf(name, setting, described, section)),
  }))
  return [{ name: undefined, description: '', settings: top }, ...sections]
}

function settingOf(section: string | undefined, name: string, described: Described, parent: Described): Setting {
  const path = section === undefined ? name : `${section}.${name}`
  return {
    path,
    section,
    description: describedIn(path, described),
    values: valuesOf(name, described),
    fallback: described.default,
    isRequired: parent.required?.includes(name) ?? false,
    example: described.example,
  }
}

/** A setting that nobody can look up is a defect. */
function describedIn(path: string, { description }: Described): string {
  assert(description !== undefined, `the setting ${path} has no description`)
  return description
}

function valuesOf(name: string, { type, enum: choices, minimum, maximum, maxLength }: Described): string {
  if (choices !== undefined) return choices.join(', ')
  if (type === 'integer') return `${boundsOf(minimum ?? 0, maximum)}${unitOf(name)}`
  if (type === 'boolean') return 'true, false'
  if (type === 'array') return 'list'
  if (type === 'object') return 'table'
  return maxLength === undefined ? 'path' : `text of 1 to ${maxLength} characters`
}

function boundsOf(minimum: number, maximum: number | undefined): string {
  return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
    ? `at least ${grouped(minimum)}`
    : `${grouped(minimum)} to ${grouped(maximum)}`
}

/** Names carry their unit. */
function unitOf(name: string): string {
  if (/Ms(Max)?$/.test(name)) return ' ms'
  return /[bB]ytes(Max)?$/.test(name) ? ' bytes' : ''
}

function grouped(value: number): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, ',')
}
