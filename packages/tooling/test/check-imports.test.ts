import { test } from 'tap'
import { checkImports } from '../src/lint/check-imports.mjs'
import { readSource } from '../src/lint/read-source.mjs'
import { createWorkspace } from './support/workspace.ts'

const MANIFESTS = {
  'packages/state/package.json': { dependencies: { '@hanse/primitives': '', '@hanse/protocol': '' } },
  'packages/modules/package.json': { dependencies: { '@hanse/state': '', protobufjs: '' } },
  'packages/storage/package.json': { dependencies: { '@hanse/ports': '', 'classic-level': '' } },
  'packages/p2p/package.json': { dependencies: { '@libp2p/tcp': '' } },
  'packages/sdk/package.json': { dependencies: {} },
}

const MODULE_FILES = {
  'packages/modules/src/invoices/module.ts': '',
  'packages/modules/src/receivables/module.ts': '',
  'packages/modules/src/shared/money.ts': '',
}

/** One line of code, where it stands, and what is said of it; nothing where it may stand. */
interface Row {
  readonly path: string
  readonly code: string
  readonly fault?: RegExp
}

function check(rows: readonly Row[]): readonly { row: Row; faults: readonly string[] }[] {
  const workspace = createWorkspace(MODULE_FILES)
  for (const [path, manifest] of Object.entries(MANIFESTS)) workspace.write(path, JSON.stringify(manifest))
  try {
    return rows.map((row) => {
      workspace.write(row.path, `${row.code}\n`)
      return { row, faults: checkImports(workspace.root, readSource(workspace.root, row.path)) }
    })
  } finally {
    workspace.remove()
  }
}

function verify(title: string, rows: readonly Row[]): void {
  test(title, (t) => {
    for (const { row, faults } of check(rows)) {
      const name = `${row.path}: ${row.code}`
      if (row.fault === undefined) t.same(faults, [], name)
      else t.match(faults, [row.fault], name)
    }
    t.end()
  })
}

verify('an import points inwards only', [
  { path: 'packages/state/src/a.ts', code: "import { ok } from '@hanse/primitives'" },
  { path: 'packages/state/src/a.ts', code: "export * from '@hanse/protocol'" },
  {
    path: 'packages/state/src/a.ts',
    code: "import { open } from '@hanse/storage'",
    fault: /^packages\/state\/src\/a\.ts:1: .* points outwards/,
  },
  { path: 'packages/state/src/a.ts', code: "import type { Store } from '@hanse/ports'", fault: /points outwards/ },
  { path: 'packages/state/src/a.ts', code: "export { open } from '@hanse/storage'", fault: /points outwards/ },
  { path: 'packages/state/src/a.ts', code: "const storage = import('@hanse/storage')", fault: /points outwards/ },
  { path: 'packages/state/src/a.ts', code: "type Open = import('@hanse/storage').Open", fault: /points outwards/ },
  { path: 'packages/storage/src/a.ts', code: "import { dial } from '@hanse/p2p'", fault: /points outwards/ },
  { path: 'packages/storage/src/a.ts', code: "import { ok } from '@hanse/primitives'", fault: /not in packages\/storage\/package\.json/ },
  { path: 'packages/nowhere/src/a.ts', code: '', fault: /'nowhere' has no place/ },
])

verify('a library stands in the table and in the manifest', [
  { path: 'packages/storage/src/a.ts', code: "import { ClassicLevel } from 'classic-level'" },
  { path: 'packages/modules/src/a.ts', code: "import protobuf from 'protobufjs/minimal.js'" },
  { path: 'packages/p2p/src/a.ts', code: "import { tcp } from '@libp2p/tcp'" },
  { path: 'packages/p2p/src/a.ts', code: "import { tls } from '@libp2p/tls'", fault: /not in packages\/p2p\/package\.json/ },
  { path: 'packages/state/src/a.ts', code: "import { z } from 'zod'", fault: /library without a place in 'state'/ },
  { path: 'packages/storage/src/a.ts', code: "import { test } from 'tap'", fault: /library without a place/ },
])

verify('Node stays out of what also runs elsewhere', [
  { path: 'packages/storage/src/a.ts', code: "import { open } from 'node:fs/promises'" },
  { path: 'packages/state/src/a.ts', code: "import { open } from 'node:fs/promises'", fault: /binds 'state' to Node/ },
  { path: 'packages/sdk/src/a.ts', code: "import { createHash } from 'node:crypto'", fault: /binds 'sdk' to Node/ },
])

verify('a package has one door', [
  { path: 'packages/state/src/a.ts', code: "import { err } from '@hanse/primitives/src/result.ts'", fault: /reaches into 'primitives'/ },
  { path: 'packages/state/src/a.ts', code: "import { err } from '@hanse/primitives/dist/result.js'", fault: /reaches into 'primitives'/ },
  { path: 'packages/state/src/a.ts', code: "import { err } from '../../primitives/src/result.ts'", fault: /leaves its package/ },
  { path: 'packages/state/src/a.ts', code: "import { tree } from '@hanse/state'", fault: /is this very package/ },
  { path: 'packages/state/src/a.ts', code: "import { tree } from '../test/support.ts'", fault: /is a test/ },
])

verify('a test sees its own package, and others through their door', [
  { path: 'packages/state/test/a.test.ts', code: "import { test } from 'tap'" },
  { path: 'packages/state/test/a.test.ts', code: "import fc from 'fast-check'" },
  { path: 'packages/state/test/a.test.ts', code: "import { readFileSync } from 'node:fs'" },
  { path: 'packages/state/test/a.test.ts', code: "import { tree } from '../src/tree.ts'" },
  { path: 'packages/state/test/a.test.ts', code: "import { tree } from '@hanse/state'" },
  { path: 'packages/state/test/a.test.ts', code: "import { sample } from '../../protocol/test/support/sample.ts'" },
  { path: 'packages/state/src/a.ts', code: "import { sample } from '../../protocol/test/support/sample.ts'", fault: /leaves its package/ },
  { path: 'packages/state/test/a.test.ts', code: "import { err } from '../../primitives/src/result.ts'", fault: /leaves its package/ },
  { path: 'packages/state/test/a.test.ts', code: "import { err } from '@hanse/primitives/dist/result.js'", fault: /reaches into/ },
  { path: 'packages/state/test/a.test.ts', code: "import { open } from '@hanse/storage'", fault: /not in packages\/state\/package\.json/ },
])

verify('business modules know each other by api.ts alone', [
  { path: 'packages/modules/src/receivables/a.ts', code: "import { pledge } from '../invoices/api.ts'" },
  { path: 'packages/modules/src/receivables/a.ts', code: "import { split } from './split.ts'" },
  { path: 'packages/modules/src/receivables/a.ts', code: "import { add } from '../shared/money.ts'" },
  { path: 'packages/modules/src/receivables/a.ts', code: "import { add } from '../money.ts'" },
  { path: 'packages/modules/src/index.ts', code: "export { invoices } from './invoices/module.ts'" },
  {
    path: 'packages/modules/src/receivables/a.ts',
    code: "import { put } from '../invoices/store.ts'",
    fault: /inside the module 'invoices'/,
  },
  {
    path: 'packages/modules/src/receivables/b/c.ts',
    code: "import { put } from '../../invoices/store.ts'",
    fault: /inside the module 'invoices'/,
  },
  {
    path: 'packages/modules/src/receivables/a.ts',
    code: "import { deep } from '../invoices/deep/api.ts'",
    fault: /inside the module 'invoices'/,
  },
])
