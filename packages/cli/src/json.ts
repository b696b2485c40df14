import { readFile } from 'node:fs/promises'
import { text as readText } from 'node:stream/consumers'
import { err, ok, type Result, reject } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { CliError } from './cli-error.ts'

export type JsonObject = { readonly [name: string]: Json }

export function isJsonObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** `cli/not-json`, with what the parser says. */
export function parseJsonText(text: string): Result<Json> {
  try {
    return ok(JSON.parse(text) as Json)
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'not JSON'
    return err(reject('cli/not-json', detail, { hint: 'Check the file with a JSON editor.' }))
  }
}

/** The text of a file; `-` is standard input. */
export async function readInput(path: string): Promise<string> {
  return path === '-' ? await readText(process.stdin) : await readFile(path, 'utf8')
}

/** A JSON file; `-` is standard input. @throws CliError `cli/not-json` */
export async function readJson(path: string): Promise<Json> {
  const json = parseJsonText(await readInput(path))
  if (json.ok) return json.value
  throw new CliError({ ...json.error, message: `${path}: ${json.error.message}` })
}
