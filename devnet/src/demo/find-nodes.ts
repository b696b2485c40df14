import { createClient } from '@hanse/sdk'
import { VALIDATORS_MAX } from '../topology.ts'

/** How long a neighbour may take to answer, in ms. */
const PROBE_TIMEOUT_MS = 1_000

/** The node at `url` first, then those of the same chain at the ports around it: a devnet's nodes have consecutive ones. */
export async function findNodes(url: string): Promise<readonly string[]> {
  const own = await createClient({ url }).call('node_info')
  const { hostname, port } = new URL(url)
  const ports = Array.from({ length: 2 * VALIDATORS_MAX - 1 }, (_, index) => Number(port) - VALIDATORS_MAX + 1 + index)
  const neighbours = await Promise.all(
    ports
      .filter((other) => other !== Number(port) && other > 0 && other <= 65_535)
      .map(async (other) => {
        const candidate = `http://${hostname}:${other}`
        return (await genesisHashAt(candidate)) === own.genesisHash ? [candidate] : []
      }),
  )
  return [url, ...neighbours.flat()]
}

async function genesisHashAt(url: string): Promise<string | undefined> {
  try {
    return (await createClient({ url }).call('node_info', {}, { timeoutMs: PROBE_TIMEOUT_MS })).genesisHash
  } catch {
    return undefined
  }
}
