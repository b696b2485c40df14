import { governance } from '@hanse/modules'
import { nearestWord } from '@hanse/primitives'
import type { Json, JsonSchema } from '@hanse/protocol'
import { parseAssignments } from '../assignments.ts'
import { usageError } from '../cli-error.ts'

/** What can be proposed, by the word for it on the command line: `activate-module` for the action `activateModule`. */
function actionSchemas(): ReadonlyMap<string, JsonSchema> {
  const { properties } = governance.commands.propose.params.jsonSchema as unknown as {
    readonly properties: { readonly action: { readonly oneOf: readonly JsonSchema[] } }
  }
  return new Map(properties.action.oneOf.map((schema) => [wordOf(`${schema['title']}`), schema]))
}

export function actionWords(): readonly string[] {
  return [...actionSchemas().keys()]
}

export function actionSchema(word: string): JsonSchema | undefined {
  return actionSchemas().get(word)
}

export function wordOf(type: string): string {
  return type.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** `activate-module` and `name=loyalty version=2` as the action of a proposal. @throws CliError */
export function proposedAction(word: string, words: readonly string[]): Json {
  const schema = actionSchema(word)
  if (schema === undefined) {
    const meant = nearestWord(word, actionWords())
    throw usageError(`${word} cannot be proposed`, meant === undefined ? 'hanse gov propose --help' : `hanse gov propose ${meant}`)
  }
  const given = parseAssignments(words, schema) as { readonly [name: string]: Json }
  return { type: `${schema['title']}`, ...given }
}

/** For the help of `gov propose`: a line a kind. */
export function describeActions(): string {
  return [...actionSchemas()].map(([word, schema]) => `  ${[word, ...memberWords(schema)].join(' ')}`).join('\n')
}

function memberWords({ properties = {}, required = [] }: JsonSchema): readonly string[] {
  const names = Object.keys(properties as object).filter((name) => name !== 'type')
  return names.map((name) => ((required as readonly string[]).includes(name) ? `${name}=…` : `[${name}=…]`))
}
