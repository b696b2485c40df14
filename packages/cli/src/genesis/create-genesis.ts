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
  NEWEST_PROTOCOL_VERSION,
  parseField,
  parseGenesis,
  type ValidatorRecord,
} from '@hanse/protocol'
import type { InstalledModule } from '@hanse/state'
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
  /** Modules that are no part of this software, in execution order after those that are. */
  readonly own?: readonly InstalledModule[]
}

function paramsOf(words: readonly string[]): ChainParams {
  const chosen = parseAssignments(words, chainParamsField.jsonSchema) as { readonly [name: string]: Json }
  const params = parseField(chainParamsField, { ...DEFAULT_CHAIN_PARAMS, ...chosen }, 'params')
  return orThrow(params)
}

function modulesOf(states: GenesisDraft['states'], own: readonly InstalledModule[]): Genesis['modules'] {
  const modules: readonly InstalledModule[] = [...MODULES, ...own]
  const unknown = Object.keys(states).find((name) => !modules.some((module) => module.name === name))
  if (unknown !== undefined) {
    const hint = `Modules: ${modules.map(({ name }) => name).join(', ')}.`
    throw new CliError(reject('genesis/unknown-module', `this software has no module ${unknown}`, { hint, path: unknown }))
  }
  return modules.map(({ name, version, packageHash }) => {
    const genesis = states[name]
    return { name, version, ...(packageHash === undefined ? {} : { hash: packageHash }), ...(genesis === undefined ? {} : { genesis }) }
  })
}

/** A genesis whose form, rules and first state were checked. @throws CliError with the code and path of what is wrong */
export function createGenesis(draft: GenesisDraft): Chain {
  const { chainId, name, timeMs, validators, params, states, own = [] } = draft
  const genesis: Genesis = {
    version: 1,
    ...{ chainId, name, timeMs, validators },
    protocolVersion: NEWEST_PROTOCOL_VERSION,
    params: paramsOf(params),
    modules: modulesOf(states, own),
  }
  const chain = orThrow(parseGenesis(genesisField.toJson(genesis)))
  orThrow(checkInitialState(chain, own))
  return chain
}
