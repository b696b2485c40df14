import { join, resolve } from 'node:path'
import { readConfigSource } from '../config.ts'
import { CONFIG_FILE } from '../config-file.ts'

/**
 * The path that a setting of a home's configuration names, absolute. Also of a configuration that is refused for a fault elsewhere:
 * who looks for faults needs its log, and its secrets.
 */
export async function namedPath(home: string, setting: string): Promise<string | undefined> {
  const source = await readConfigSource(join(home, CONFIG_FILE))
  const value = source.ok ? textAt(source.value.value, setting.split('.')) : undefined
  return value === undefined ? undefined : resolve(home, value)
}

function textAt(value: unknown, [name, ...rest]: readonly string[]): string | undefined {
  if (name === undefined) return typeof value === 'string' ? value : undefined
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
  return isThere ? textAt((value as Readonly<Record<string, unknown>>)[name], rest) : undefined
}
