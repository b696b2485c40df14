import { assert } from '@hanse/primitives'
import type { Method } from './method.ts'
import { chainMethods } from './methods/chain.ts'
import { consensusMethods } from './methods/consensus.ts'
import { eventMethods } from './methods/event.ts'
import { govMethods } from './methods/gov.ts'
import { memberMethods } from './methods/member.ts'
import { netMethods } from './methods/net.ts'
import { nodeMethods } from './methods/node.ts'
import { poolMethods } from './methods/pool.ts'
import { rpcMethods } from './methods/rpc.ts'
import { stateMethods } from './methods/state.ts'
import { subMethods } from './methods/sub.ts'
import { txMethods } from './methods/tx.ts'

/** Every method, in the order of the document. */
export const METHODS: readonly Method[] = [
  ...rpcMethods,
  ...nodeMethods,
  ...chainMethods,
  ...txMethods,
  ...poolMethods,
  ...stateMethods,
  ...eventMethods,
  ...subMethods,
  ...consensusMethods,
  ...govMethods,
  ...memberMethods,
  ...netMethods,
]

export const METHODS_BY_NAME: ReadonlyMap<string, Method> = new Map(METHODS.map((method) => [method.name, method]))

assert(METHODS_BY_NAME.size === METHODS.length, 'each method has one name')
