import { assert } from '@hanse/primitives'
import { stringify } from 'smol-toml'
import { allSettings } from '../config.ts'
import type { Setting } from './settings.ts'

/** Columns of a comment. */
const WIDTH = 110

const HEAD = `Configuration of a Hanse node. Every setting stands here. A line such as "#port = 8545" shows a default: take the # away to
 change it. Paths are relative to this file, a change counts from the next start. "hanse node config validate" checks the file, "hanse
 node config show --effective" shows what the node takes it for.`

/** Settings by their path that a new configuration gives a value. */
export type ConfigValues = Readonly<Record<string, unknown>>

/** A configuration with every setting: what is chosen, and as comments what there is to choose, with meaning, bounds and default. */
export function configText(chosen: ConfigValues): string {
  const known = allSettings().flatMap(({ settings }) => settings.map(({ path }) => path))
  for (const path of Object.keys(chosen)) assert(known.includes(path), `there is no setting ${path}`)
  const parts = allSettings().map(({ name, description, settings }) => {
    const head = name === undefined ? comment(HEAD) : `${comment(description)}\n[${name}]`
    return [head, ...settings.map((setting) => settingText(setting, chosen))].join('\n\n')
  })
  return `${parts.join('\n\n\n')}\n`
}

function settingText(setting: Setting, chosen: ConfigValues): string {
  const { path, description, values, fallback, isRequired, example } = setting
  const otherwise = isRequired ? 'Required.' : fallback === undefined ? 'Not set by default.' : `Default: ${tomlOf(fallback)}.`
  const shown = isEmpty(fallback) && example !== undefined && !isRequired ? ` Example: ${tomlOf(example)}` : ''
  const name = path.split('.').at(-1) ?? path
  const value = chosen[path]
  const isChosen = value !== undefined && tomlOf(value) !== tomlOf(fallback)
  const line = isChosen ? `${name} = ${tomlOf(value)}` : `#${name} = ${tomlOf(fallback ?? example)}`
  return `${comment(`${description} Values: ${values}. ${otherwise}${shown}`)}\n${line}`
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}

/** A value as it stands behind `=`, on one line. */
function tomlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlOf).join(', ')}]`
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : stringify({ value }).slice('value = '.length).trim()
  const members = Object.entries(value).map(([name, member]) => `${name} = ${tomlOf(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function comment(text: string): string {
  const lines: string[] = []
  let line = '#'
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = '#'
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}
