/**
 * What `npm run <task>` does. `entry` runs on the project's Node with the task's arguments; `needs` says how much of
 * the set-up comes before it: the installed packages, or also the built TypeScript.
 * @typedef {{ readonly entry: string, readonly needs: 'packages' | 'build' }} Task
 */

/** @type {Readonly<Record<string, Task>>} */
export const TASKS = {
  devnet: { entry: 'devnet/dist/main.js', needs: 'build' },
  hanse: { entry: 'packages/cli/dist/main.js', needs: 'build' },
  simulate: { entry: 'packages/simulator/dist/main.js', needs: 'build' },
  bench: { entry: 'packages/bench/dist/main.js', needs: 'build' },
  generate: { entry: 'packages/tooling/src/generate/main.mjs', needs: 'packages' },
  lint: { entry: 'packages/tooling/src/lint/main.mjs', needs: 'packages' },
  test: { entry: 'packages/tooling/src/test/main.mjs', needs: 'build' },
}
