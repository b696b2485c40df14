/**
 * What `npm run <task>` does: `entry` runs on the project's Node with the task's parameters, after the packages are
 * installed and `projects` (folders with a tsconfig.json; '.' is all of them) are compiled; `startsNodes`: and the node's
 * program is bundled.
 * A task whose last line on stdout is its result gives with `failure` what stands there when the set-up failed.
 * @typedef {{ readonly entry?: string, readonly projects: readonly string[], readonly startsNodes?: boolean, readonly failure?: string }} Task
 */

/** @type {Readonly<Record<string, Task>>} */
export const TASKS = {
  devnet: { entry: 'devnet/dist/main.js', projects: ['devnet'], startsNodes: true },
  hanse: { entry: 'packages/cli/dist/main.js', projects: ['packages/cli'], startsNodes: true },
  simulate: { entry: 'packages/simulator/dist/main.js', projects: ['packages/simulator'] },
  explore: { entry: 'packages/explorer/dist/main.js', projects: ['packages/explorer'] },
  fuzz: { entry: 'packages/fuzz/dist/main.js', projects: ['.'] },
  conformance: { entry: 'packages/conformance/dist/main.js', projects: ['packages/conformance'] },
  bench: { entry: 'packages/bench/dist/main.js', projects: ['packages/bench'], startsNodes: true },
  chaos: { entry: 'packages/chaos/dist/main.js', projects: ['packages/chaos'], startsNodes: true },
  test: { entry: 'packages/tooling/src/test/main.mjs', projects: ['.'], startsNodes: true, failure: '0 passed, 1 failed' },
  lint: { entry: 'packages/tooling/src/lint/main.mjs', projects: [] },
  generate: { entry: 'packages/tooling/src/generate/main.mjs', projects: [] },
  build: { projects: ['.'], startsNodes: true },
}
