import { didYouMean, err, type Hash, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import type { Chain, Header, Json, StateProof } from '@hanse/protocol'
import { HELD, HeldState, type HeldValue } from '../data/held-value.ts'
import type { StateView } from '../ledger.ts'
import { type BlockContext, blockContextOf } from '../module.ts'
import { MissingModuleError } from '../runtime/missing-module.ts'
import type { ModuleShelf } from '../runtime/module-shelf.ts'
import type { Registry } from '../runtime/registry.ts'
import { votedModules } from '../runtime/voted-modules.ts'
import type { StateHasher } from '../tree/hasher.ts'
import { proveKey } from '../tree/prove.ts'
import { belowBlock } from './below-block.ts'
import type { FinalState } from './final-state.ts'

interface ViewScope {
  readonly chain: Chain
  readonly shelf: ModuleShelf
  readonly state: FinalState
  readonly hasher: StateHasher
}

interface Block {
  readonly header: Header
  readonly hash: Hash
  readonly rootVersion: number
}

/** Reads one height. To be used at once: once its height is no longer served, a read is a broken invariant. */
class HeightView extends HeldState implements StateView {
  readonly header: Header
  readonly #rootVersion: number
  readonly #scope: ViewScope

  constructor(scope: ViewScope, { header, rootVersion }: Block) {
    super()
    this.#scope = scope
    this.header = header
    this.#rootVersion = rootVersion
  }

  [HELD](text: string): HeldValue {
    return this.#scope.state.readAt(this.header.height, text)
  }

  proof(key: Uint8Array): Result<StateProof> {
    const { state, hasher } = this.#scope
    if (this.header.height < state.oldestHeight) return err(pruned(this.header.height, state.oldestHeight))
    const root = state.rootAt(this.#rootVersion, this.header)
    return ok(proveKey(state, root, key, this.get(key), hasher))
  }

  query(moduleName: string, queryName: string, args: Json): Result<Json> {
    const registry = this.#registry()
    if (!registry.ok) return registry
    const module = registry.value.get(moduleName)
    if (module === undefined) {
      const meant = didYouMean(
        moduleName,
        registry.value.ordered.map(({ name }) => name),
      )
      return err(reject('query/unknown-module', `the chain has no module ${moduleName}${meant}`, { path: 'module' }))
    }
    const query = Object.hasOwn(module.queries, queryName) ? module.queries[queryName] : undefined
    if (query === undefined) {
      const names = Object.keys(module.queries)
      const message = `module ${moduleName} has no query ${queryName}${didYouMean(queryName, names)}`
      return err(reject('query/unknown-query', message, { hint: `Queries of ${moduleName}: ${names.join(', ')}.`, path: 'query' }))
    }
    const parsed = query.args.parseJson(args, 'args')
    if (!parsed.ok) return parsed
    const answer = query.read(this.#context(), this, parsed.value)
    return answer.ok ? ok(query.result.toJson(answer.value)) : answer
  }

  #context(): BlockContext {
    const { chain } = this.#scope
    return blockContextOf(chain, this.header, belowBlock(chain.genesis, this, this.header.height + 1))
  }

  /** Of the modules in force at this height. One that was replaced since may be gone from this node. */
  #registry(): Result<Registry> {
    try {
      return ok(this.#scope.shelf.registryOf(votedModules(this), this.header.height))
    } catch (error) {
      if (error instanceof MissingModuleError) return err(error.rejection)
      throw error
    }
  }
}

function pruned(height: number, oldest: number): Rejection {
  return reject('state/pruned', `the state at height ${height} is not kept any more, the oldest is ${oldest}`, { path: 'height' })
}

function blockAt(state: FinalState, height: number): Block | undefined {
  if (height === state.head.header.height) return { ...state.head, rootVersion: state.root.version }
  return height < state.oldestHeight ? undefined : state.undo(height + 1)
}

/** The state at the head, or at a height at or below it: `state/unknown-height`, `state/pruned`. */
export function viewAt(scope: ViewScope, height: number = scope.state.head.header.height): Result<StateView> {
  const { state } = scope
  const head = state.head.header.height
  if (!Number.isSafeInteger(height) || height < 0 || height > head) {
    return err(reject('state/unknown-height', `the head is at height ${head}, there is no state at ${height}`, { path: 'height' }))
  }
  const block = blockAt(state, height)
  return block === undefined ? err(pruned(height, state.oldestHeight)) : ok(new HeightView(scope, block))
}
