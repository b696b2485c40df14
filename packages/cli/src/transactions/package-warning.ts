import { describeModule } from '@hanse/protocol'
import { type CallDraft, type HanseClient, HanseError } from '@hanse/sdk'
import type { InstalledModule } from '@hanse/state'

/**
 * Says that the chain's head has another package of a module than the one that encoded a call: another version may read the same bytes in
 * another way. Undefined where it has this one, and where the node cannot say.
 */
export async function otherPackageWarning(
  client: Pick<HanseClient, 'call'>,
  calls: readonly CallDraft[],
  modules: readonly InstalledModule[],
): Promise<string | undefined> {
  try {
    const { modules: inForce } = await client.call('chain_getParams')
    for (const { module: name } of calls) {
      const here = modules.findLast((module) => module.name === name)
      const there = inForce.find((module) => module.name === name)
      if (here === undefined || there === undefined || there.hash === here.packageHash) continue
      const { version, packageHash: hash } = here
      const [theirs, ours] = [there, { name, version, ...(hash === undefined ? {} : { hash }) }].map(describeModule)
      return `the chain has ${theirs}, this was encoded by ${ours}: give the folder of that package with --module`
    }
  } catch (error) {
    if (!(error instanceof HanseError)) throw error
  }
  return undefined
}
