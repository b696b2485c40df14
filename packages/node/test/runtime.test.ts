import { test } from 'tap'
import { checkRuntime } from '../src/runtime.ts'

test('a Node on which peers would never be reached is refused', (t) => {
  for (const version of ['18.20.8', '20.20.2', '21.7.3']) {
    t.match(checkRuntime(version), { ok: false, error: { code: 'node/runtime', message: version, hint: /node_modules\/\.bin\/node/ } })
  }
  for (const version of ['22.0.0', '24.21.0', '100.0.0']) t.ok(checkRuntime(version).ok, version)
  t.ok(checkRuntime().ok, 'the tests run on one that fits')
  t.end()
})
