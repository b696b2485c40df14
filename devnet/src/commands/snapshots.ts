import { existsSync } from 'node:fs'
import { devnetCommand } from '../command-line.ts'
import type { Devnet } from '../layout.ts'
import { highestOf, savedHeightOf, stopNodes, waitForNode } from '../network.ts'
import { check, DevnetError, type Output } from '../output.ts'
import { requireFreePorts } from '../ports.ts'
import { runningPid, signalNode, startNodeProcess } from '../processes.ts'
import { copySnapshot, putBackSnapshot, snapshotFolder, snapshotNames } from '../snapshots.ts'
import { requireDevnet } from './nodes.ts'

const NAME = /^[a-z0-9][a-z0-9-]{0,30}$/

/** Keeps the whole network as it is now under a name. Nodes that run stand still meanwhile, and know of it no more than of a long pause. */
export async function snapshot(directory: string, name: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  if (!NAME.test(name))
    throw new DevnetError(
      'devnet/bad-name',
      `${name} is no name for a snapshot: a-z, 0-9 and -`,
      devnetCommand(directory, 'snapshot before'),
      2,
    )
  const folder = snapshotFolder(devnet, name)
  if (existsSync(folder))
    throw new DevnetError('devnet/snapshot-exists', `there is a snapshot ${name} already`, `another name, or delete ${folder}`)
  const running = runningNodes(devnet)
  const height =
    running.length === 0
      ? savedHeightOf(
          devnet,
          devnet.nodes.map((node) => node.name),
        )
      : await highestOf(devnet)
  const startedMs = performance.now()
  await whileFrozen(devnet, running, async () => await copySnapshot(devnet, { name, height, takenAtMs: Date.now() }))
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  const pause = running.length === 0 ? '' : ` · the nodes stood still for ${seconds} s`
  output.line(check(`snapshot ${name} at height ${height}${pause}; back to it: ${devnetCommand(directory, `restore ${name}`)}`))
  output.result({ name, height, nodes: devnet.nodes.map((node) => node.name) })
}

/** Brings the network back to a snapshot, the votes of its validators with it: all forget the same. What ran runs again. */
export async function restore(directory: string, name: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  const names = await snapshotNames(devnet)
  if (!names.includes(name)) {
    const known = names.length === 0 ? 'there is none' : `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}`
    const words = names[0] === undefined ? 'snapshot before' : `restore ${names[0]}`
    throw new DevnetError('devnet/unknown-snapshot', `no snapshot ${name}; ${known}`, devnetCommand(directory, words), 2)
  }
  const running = runningNodes(devnet)
  await stopNodes(devnet, running)
  const { height, nodes } = await putBackSnapshot(devnet, name)
  output.line(check(`snapshot ${name} is back at height ${height}`))
  if (running.length > 0) await resume(directory, height, output)
  else output.line(` \`${devnetCommand(directory)}\` resumes there.`)
  output.result({ name, height, nodes, running: running.length > 0 })
}

async function resume(directory: string, height: number, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  await requireFreePorts(devnet.nodes, () => `end the other program, then ${devnetCommand(directory)}`)
  for (const { name } of devnet.nodes) await startNodeProcess(devnet, name)
  const statuses = await Promise.all(devnet.nodes.map(async (node) => await waitForNode(devnet, node, { height, peers: 1 })))
  output.line(check(`${statuses.length} nodes run again      height ${Math.max(...statuses.map((status) => status.height))}`))
}

function runningNodes(devnet: Devnet): readonly string[] {
  return devnet.nodes.map((node) => node.name).filter((name) => runningPid(devnet, name) !== undefined)
}

/** What was written lies in the files, as after a power cut that spared the disk: no node writes while the others are copied. */
async function whileFrozen(devnet: Devnet, nodes: readonly string[], action: () => Promise<void>): Promise<void> {
  const thaw = (): void => {
    for (const node of nodes) signalNode(devnet, node, 'SIGCONT')
  }
  const interrupted = (): void => {
    thaw()
    process.exit(1)
  }
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    for (const node of nodes) signalNode(devnet, node, 'SIGSTOP')
    await action()
  } finally {
    thaw()
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}
