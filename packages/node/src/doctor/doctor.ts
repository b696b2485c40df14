import { join } from 'node:path'
import { readNodeConfig } from '../config.ts'
import { CONFIG_FILE } from '../config-file.ts'
import { readGenesis } from '../home.ts'
import { inspectNode } from '../inspect/inspect-node.ts'
import { toProblem } from '../inspect/problem.ts'
import { loadWhatLoads } from '../own-modules/load-module.ts'
import { checkClock } from './check-clock.ts'
import { checkData } from './check-data.ts'
import { checkDisk, checkLog } from './check-disk.ts'
import { checkConfig, checkHome, checkVersions } from './check-home.ts'
import { checkGenesis, checkGuard, checkKeys } from './check-keys.ts'
import { checkModules } from './check-modules.ts'
import { checkPeers } from './check-peers.ts'
import { checkPorts } from './check-ports.ts'
import { checkTls } from './check-tls.ts'
import { CHECKS, type CheckName, type Finding, type Found, failedBy, type Sight } from './finding.ts'
import { membersInForce } from './members-in-force.ts'
import { askRunningNode } from './running-node.ts'

type Check = (sight: Sight) => readonly Found[] | Promise<readonly Found[]>

const RUN: Readonly<Record<CheckName, Check>> = {
  versions: checkVersions,
  home: checkHome,
  config: checkConfig,
  genesis: checkGenesis,
  modules: checkModules,
  keys: checkKeys,
  guard: checkGuard,
  disk: checkDisk,
  data: checkData,
  log: checkLog,
  ports: checkPorts,
  tls: checkTls,
  clock: checkClock,
  peers: checkPeers,
}

export interface DoctorComponents {
  readonly nowMs: () => number
  /** Told of each finding as it comes. */
  readonly onFinding?: (finding: Finding) => void
}

/**
 * Everything that can be wrong with a node's home and host, each with what to do about it. Changes nothing and asks nobody for a
 * password. Never throws for what is in the home: a check that cannot be made is a finding.
 */
export async function examine(home: string, { nowMs, onFinding = () => undefined }: DoctorComponents): Promise<readonly Finding[]> {
  const sight = await see(home, nowMs())
  const findings: Finding[] = []
  const tell = (finding: Finding): void => {
    findings.push(finding)
    onFinding(finding)
  }
  // First, because all else that is of the chain hangs on it.
  const { wrongChain } = sight.inspection
  if (wrongChain !== undefined) tell({ check: 'genesis', ...failedBy(wrongChain) })
  for (const check of CHECKS) {
    for (const found of await outcomeOf(RUN[check], sight)) tell({ check, ...found })
  }
  return findings
}

async function see(home: string, nowMs: number): Promise<Sight> {
  const config = await readNodeConfig(join(home, CONFIG_FILE))
  const chain = config.ok ? await readGenesis(config.value.genesis) : undefined
  const running = config.ok ? await askRunningNode(config.value) : undefined
  const inspection = await inspectNode(home, { verify: 'tip', invariants: true })
  const known = chain?.ok === true && inspection.wrongChain === undefined ? chain.value : undefined
  return {
    home,
    ...(config.ok ? { config: config.value } : {}),
    ...(known === undefined ? {} : { chain: known, members: membersInForce(known, running, inspection) }),
    ...(running === undefined ? {} : { running }),
    inspection,
    own: await loadWhatLoads(config.ok ? config.value.modules : []),
    nowMs,
  }
}

async function outcomeOf(check: Check, sight: Sight): Promise<readonly Found[]> {
  try {
    return await check(sight)
  } catch (error) {
    return [failedBy(toProblem(error))]
  }
}
