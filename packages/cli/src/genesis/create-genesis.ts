import { MODULES } from '@hanse/modules'
import { reject } from '@hanse/primitives'
import {
  type Chain,
  type ChainParams,
  chainParamsField,
  DEFAULT_CHAIN_PARAMS,
  type Genesis,
  genesisField,
  type Json,
  parseField,
  parseGenesis,
  type ValidatorRecord,
} from '@hanse/protocol'
import { parseAssignments } from '../assignments.ts'
import { CliError, orThrow } from '../cli-error.ts'
import { checkInitialState } from './check-initial-state.ts'

export interface GenesisDraft {
  readonly chainId: number
  readonly name: string
  readonly timeMs: number
  readonly validators: readonly ValidatorRecord[]
  /** `name=value` words over the defaults. */
  readonly params: readonly string[]
  /** What each module's first state is made from, by the module's name. */
  readonly states: { readonly [module: string]: Json }
}

function paramsOf(words: readonly string[]): ChainParams {
  const chosen = parseAssignments(words, chainParamsField.jsonSchema) as { readonly [name: string]: Json }
  const params = parseField(chainParamsField, { ...DEFAULT_CHAIN_PARAMS, ...chosen }, 'params')
  return orThrow(params)
}

function modulesOf(states: GenesisDraft['states']): Genesis['modules'] {
  const unknown = Object.keys(states).find((name) => !MODULES.some((module) => module.name === name))
  if (unknown !== undefined) {
    const hint = `Modules: ${MODULES.map(({ name }) => name).join(', ')}.`
    throw new CliError(reject('genesis/unknown-module', `this software has no module ${unknown}`, { hint, path: unknown }))
  }
  return MODULES.map(({ name, version }) => {
    const genesis = states[name]
    return { name, version, ...(genesis === undefined ? {} : { genesis }) }
  })
}

/** A genesis whose form, rules and first state were checked. @throws CliError with the code and path of what is wrong */
export function createGenesis(draft: GenesisDraft): Chain {
  const { chainId, name, timeMs, validators, params, states } = draft
  const genesis: Genesis = { version: 1, chainId, name, timeMs, params: paramsOf(params), validators, modules: modulesOf(states) }
  const chain = orThrow(parseGenesis(genesisField.toJson(genesis)))
  orThrow(checkInitialState(chain))
  return chain
}
