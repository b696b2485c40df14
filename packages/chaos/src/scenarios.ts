import type { Scenario } from './scenario.ts'
import { DISK_SCENARIOS, MACHINE_SCENARIOS } from './scenarios/machine.ts'
import { NETWORK_SCENARIOS } from './scenarios/network.ts'
import { PROCESS_SCENARIOS } from './scenarios/processes.ts'
import { SEVERAL_SCENARIOS } from './scenarios/several.ts'
import { THROUGHPUT_SCENARIOS } from './scenarios/throughput.ts'

/** All of `all`, in its order. */
export const SCENARIOS: readonly Scenario[] = [
  ...PROCESS_SCENARIOS,
  ...NETWORK_SCENARIOS,
  ...DISK_SCENARIOS,
  ...MACHINE_SCENARIOS,
  ...SEVERAL_SCENARIOS,
  ...THROUGHPUT_SCENARIOS,
]
