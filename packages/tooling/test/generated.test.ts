import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { generate } from '../src/generate/generate.mjs'
import { wireSources } from '../src/generate/sources.mjs'
import { createWorkspace, REPOSITORY } from './support/workspace.ts'

test('the committed wire code is what the .proto files give', (t) => {
  const workspace = createWorkspace()
  t.teardown(() => workspace.remove())
  const paths = generate(REPOSITORY, workspace.root)
  t.ok(paths.includes('packages/protocol/generated/wire.js'))
  for (const path of paths) {
    t.equal(
      readFileSync(join(REPOSITORY, path), 'utf8'),
      readFileSync(join(workspace.root, path), 'utf8'),
      `${path} (npm run generate makes it anew)`,
    )
  }
  t.end()
})

test('a module with a .proto beside its code is found by itself, and its stale code goes with it', async (t) => {
  const workspace = createWorkspace({
    'proto/block.proto': 'syntax = "proto3"; package hanse.v1; message Header { uint64 height = 1; }',
    'packages/modules/src/loans/loans.proto': `syntax = "proto3"; package hanse.loans.v1; import "block.proto";
      message Loan { message Party { string name = 1; } Party lender = 1; hanse.v1.Header since = 2; Kind kind = 3; enum Kind { UNSET = 0; BULLET = 1; } }`,
    'packages/modules/generated/gone.js': '',
  })
  t.teardown(() => workspace.remove())
  t.same(generate(workspace.root), [
    'packages/protocol/generated/wire.js',
    'packages/protocol/generated/wire.d.ts',
    'packages/modules/generated/loans.js',
    'packages/modules/generated/loans.d.ts',
  ])
  t.same(
    wireSources(workspace.root).map(({ name }) => name),
    ['wire', 'loans'],
  )
  t.throws(() => readFileSync(join(workspace.root, 'packages/modules/generated/gone.js')))
  const declaration = readFileSync(join(workspace.root, 'packages/modules/generated/loans.d.ts'), 'utf8')
  t.match(
    declaration,
    /readonly Loan: WireType & \{\s+readonly Kind: \{\s+readonly UNSET: 0\s+readonly BULLET: 1\s+\}\s+readonly Party: WireType\s/,
  )
  t.match(declaration, /readonly v1: \{\s+readonly Header: WireType\s/, 'what it imports comes along')
  t.end()
})
