import { type Rejection, reject } from '@hanse/primitives'
import { describeModule, type ModuleEntry } from '@hanse/protocol'

/**
 * This node lacks a module that the chain has: it must not execute the block, for whatever it computed would be another state. Hosts
 * log it and end, before anything of the block leaves.
 */
export class MissingModuleError extends Error {
  override readonly name = 'MissingModuleError'
  readonly code = 'node/missing-module'
  readonly hint: string
  readonly module: ModuleEntry

  constructor(module: ModuleEntry, height: number) {
    super(`from height ${height} on the chain has the module ${describeModule(module)}, which this node does not have`)
    this.module = module
    this.hint = missingModuleHint(module)
  }

  get rejection(): Rejection {
    return reject(this.code, this.message, { hint: this.hint })
  }
}

function missingModuleHint({ name, version, hash }: ModuleEntry): string {
  return hash === undefined
    ? `Install the version of this software that has ${name} ${version}, and start again: the node goes on where it stopped.`
    : `Get the package whose \`hanse module hash\` is ${hash}, name its folder under \`modules\` in config.toml, and start again: the node goes on where it stopped.`
}
