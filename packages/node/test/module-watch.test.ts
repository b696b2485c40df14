import type { Logger } from '@hanse/ports'
import type { Hash } from '@hanse/primitives'
import type { Header } from '@hanse/protocol'
import type { LedgerModules } from '@hanse/state'
import { test } from 'tap'
import { ModuleWatch } from '../src/own-modules/module-watch.ts'
import { SILENT } from './support/test-chain.ts'

test('what a module threw is told with its name, its words, and the transaction that was refused for it', (t) => {
  const lines: unknown[] = []
  const logger: Logger = { ...SILENT, error: (fields, message) => void lines.push({ ...fields, message }) }
  const watch = new ModuleWatch({ logger, onFatal: () => t.fail('nothing is missing') })
  const modules: LedgerModules = { set: { active: [], scheduled: [] }, entries: [], ordered: [], missing: [] }
  const txId = `0x${'ab'.repeat(32)}` as Hash
  const header = { height: 7 } as Header
  watch.finalized(modules, { header })
  t.same(lines, [])
  watch.finalized(modules, { header, moduleFaults: [{ message: 'loyalty.grant: oops', txId }, { message: 'points.atBlock: no' }] })
  const common = { height: 7, code: 'tx/module-fault' }
  t.same(lines, [
    {
      ...common,
      module: 'loyalty',
      fault: 'loyalty.grant: oops',
      txId,
      message: 'a defect of the module loyalty: the transaction was refused',
    },
    {
      ...common,
      module: 'points',
      fault: 'points.atBlock: no',
      message: 'a defect of the module points: what it did at the start of this block was dropped',
    },
  ])
  t.end()
})
