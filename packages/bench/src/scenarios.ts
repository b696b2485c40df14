import type { Scenario } from './scenario.ts'
import { catchUpScenario } from './scenarios/catch-up.ts'
import { hostileScenario } from './scenarios/hostile.ts'
import { indexScenario } from './scenarios/index-lists.ts'
import { joinSnapshotScenario } from './scenarios/join-snapshot.ts'
import { rpcScenario } from './scenarios/rpc.ts'
import { steadyScenario } from './scenarios/steady.ts'

/** Every scenario, in the order of the help. */
export const SCENARIOS: readonly Scenario[] = [
  steadyScenario,
  catchUpScenario,
  joinSnapshotScenario,
  rpcScenario,
  indexScenario,
  hostileScenario,
]
