import { nearestWord } from '@hanse/primitives'
import type { z } from 'zod'
import type { Setting, SettingsSection } from './settings.ts'

/** What is wrong with one setting. */
export interface ConfigFault {
  /** `rpc.port`. */
  readonly path: string
  readonly message: string
  readonly hint: string
}

const SEE = 'docs/operating.md lists every setting'

/** Every fault that a schema found: first one for each unknown setting, which may be the misspelt name of a missing one. */
export function faultsOfSchema(error: z.ZodError, sections: readonly SettingsSection[]): readonly ConfigFault[] {
  const settings = sections.flatMap((section) => section.settings)
  const isUnknown = ({ code }: { readonly code?: string }): number => (code === 'unrecognized_keys' ? 0 : 1)
  const issues = error.issues.toSorted((left, right) => isUnknown(left) - isUnknown(right))
  return issues.flatMap((issue): readonly ConfigFault[] => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownSetting([...path, key], sections))
    return [{ path: path.join('.'), message: `${path.join('.')}${wordsOf(issue)}`, hint: hintOf(path.join('.'), settings) }]
  })
}

/** zod's sentences without what only a programmer needs. */
function wordsOf({ message }: { readonly message: string }): string {
  if (message.endsWith('received undefined')) return ' is required and missing'
  return `: ${message.replace(/^Invalid (input|option): /, '').replace(/^Too (small|big): /, '')}`
}

function hintOf(path: string, settings: readonly Setting[]): string {
  const setting = settings.find((candidate) => path === candidate.path || path.startsWith(`${candidate.path}.`))
  if (setting === undefined) return `${SEE}.`
  const { path: name, values, fallback, isRequired } = setting
  const otherwise = isRequired ? 'it is required' : fallback === undefined ? 'or leave it out' : `default ${JSON.stringify(fallback)}`
  return `${name} takes: ${values}; ${otherwise}. ${SEE}.`
}

/** First the neighbours in the same section, then the names of all others, then the sections. */
function unknownSetting(path: readonly string[], sections: readonly SettingsSection[]): ConfigFault {
  const [name = '', parent] = [path.at(-1), path.length > 1 ? path[0] : undefined]
  const of = (settings: readonly Setting[]): string | undefined => {
    const names = settings.map((setting) => setting.path.split('.').at(-1) ?? '')
    const found = nearestWord(name, names)
    return found === undefined ? undefined : settings[names.indexOf(found)]?.path
  }
  const here = sections.find((section) => section.name === parent)
  const section = nearestWord(
    name,
    sections.flatMap((candidate) => candidate.name ?? []),
  )
  const meant =
    of(here?.settings ?? []) ?? (section === undefined ? of(sections.flatMap((candidate) => candidate.settings)) : `[${section}]`)
  const whole = path.join('.')
  return { path: whole, message: `there is no setting ${whole}`, hint: meant === undefined ? `${SEE}.` : `${meant}? ${SEE}.` }
}
