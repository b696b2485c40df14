import type { Scenario } from './scenario.ts'
import { budgetScenario } from './scenarios/budget.ts'
import { catchUpScenario } from './scenarios/catch-up.ts'
import { hostileScenario } from './scenarios/hostile.ts'
import { importScenario } from './scenarios/import-ubl.ts'
import { indexScenario } from './scenarios/index-lists.ts'
import { joinSnapshotScenario } from './scenarios/join-snapshot.ts'
import { killOneScenario } from './scenarios/kill-one.ts'
import { latencyScenario } from './scenarios/latency.ts'
import { batchScenario, receivableScenario, steadyScenario, transferScenario } from './scenarios/load.ts'
import { microScenario } from './scenarios/micro.ts'
import { paymentScenario } from './scenarios/payment.ts'
import { peerScenario } from './scenarios/peer.ts'
import { restartAllScenario } from './scenarios/restart-all.ts'
import { rpcScenario } from './scenarios/rpc.ts'
import { scaleScenario } from './scenarios/scale.ts'
import { soakScenario } from './scenarios/soak.ts'
import { stateScenario } from './scenarios/state.ts'
import { tradeScenario } from './scenarios/trade.ts'
import { wanScenario } from './scenarios/wan.ts'

/** Every scenario, in the order of the help. */
export const SCENARIOS: readonly Scenario[] = [
  transferScenario,
  batchScenario,
  receivableScenario,
  tradeScenario,
  paymentScenario,
  latencyScenario,
  steadyScenario,
  killOneScenario,
  restartAllScenario,
  soakScenario,
  catchUpScenario,
  joinSnapshotScenario,
  rpcScenario,
  indexScenario,
  importScenario,
  hostileScenario,
  peerScenario,
  budgetScenario,
  wanScenario,
  microScenario,
  scaleScenario,
  stateScenario,
]
