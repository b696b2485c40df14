import { reject } from '@hanse/primitives'
import type { HanseClient } from '@hanse/sdk'
import { CliError } from '../cli-error.ts'

async function hashAt(client: HanseClient, height: number): Promise<string> {
  return (await client.call('chain_getHeader', { height })).hash
}

/**
 * The lowest height at which two nodes have final blocks that differ: they share everything below it. Undefined where they agree as far as
 * both have come. @throws CliError `evidence/pruned` where it lies below what one of them keeps
 */
export async function forkHeight(left: HanseClient, right: HanseClient): Promise<number | undefined> {
  const statuses = await Promise.all([left.call('node_status'), right.call('node_status')])
  const differ = async (height: number): Promise<boolean> => {
    const [one, other] = await Promise.all([hashAt(left, height), hashAt(right, height)])
    return one !== other
  }
  let low = Math.max(1, ...statuses.map(({ earliest }) => earliest))
  let high = Math.min(...statuses.map(({ height }) => height))
  if (high < low || !(await differ(high))) return undefined
  if (low > 1 && (await differ(low))) {
    const hint = 'Ask nodes that keep every block: history.mode archive.'
    throw new CliError(reject('evidence/pruned', `the two differ at height ${low} already, and below it one has no blocks`, { hint }))
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (await differ(middle)) high = middle
    else low = middle + 1
  }
  return low
}
