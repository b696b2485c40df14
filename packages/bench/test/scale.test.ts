import { test } from 'tap'
import { runNetwork } from '../src/scale/replica-network.ts'

test('validators in one process agree on full blocks, and each stage of what they do is told', (t) => {
  const run = runNetwork(5, 3, 20, () => undefined)
  t.match(run, { validators: 5, viewChanges: 0 })
  // Of validators that are a block apart at either end.
  t.ok(run.transactions >= 40 && run.transactions <= 120, `${run.transactions} transactions`)
  t.ok(run.transactions / run.blocks > 15, `${run.blocks} blocks`)
  t.ok(run.cpuUs > 0)
  const shares = Object.values(run.shares)
  t.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9, 'the stages are the whole')
  t.ok(shares.every((share) => share > 0))
  // Of two blocks at least: a prepare and a commit of each, heard by four others; the primary's prepare is its proposal.
  t.ok(run.messages >= 2 * 5 * 2 * 4, `${run.messages} messages`)
  t.ok(run.bytesSent > run.transactions * 250)
  t.end()
})
