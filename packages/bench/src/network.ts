import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDevnet, type Devnet, runningPid, startNodeProcess, stopNodeProcess, waitForNode } from '@hanse/devnet'

/** Away from the devnet's own ports, so that both can run. */
const BASE_PORT = 21_545

/** A devnet of its own in a folder of its own, gone when the scenario is over. */
export interface BenchNetwork {
  readonly devnet: Devnet
  pids(): readonly { readonly name: string; readonly pid: number }[]
  close(): Promise<void>
}

export async function startNetwork(validators: number): Promise<BenchNetwork> {
  const directory = await mkdtemp(join(tmpdir(), 'hanse-bench-'))
  const made = await createDevnet({ directory, basePort: BASE_PORT, validators, demo: true })
  if (!made.ok) throw new Error(made.error.message)
  const devnet = made.value
  const close = async (): Promise<void> => {
    await Promise.all(devnet.nodes.map((node) => stopNodeProcess(devnet, node.name)))
    await rm(directory, { recursive: true, force: true })
  }
  try {
    for (const node of devnet.nodes) await startNodeProcess(devnet, node.name)
    for (const node of devnet.nodes) await waitForNode(devnet, node, { height: 1, peers: validators - 1 })
  } catch (error) {
    await close()
    throw error
  }
  return {
    devnet,
    pids: () =>
      devnet.nodes.flatMap(({ name }) => {
        const pid = runningPid(devnet, name)
        return pid === undefined ? [] : [{ name, pid }]
      }),
    close,
  }
}
