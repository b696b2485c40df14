import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { withProgress } from './progress.mjs'
import { SetupError } from './setup-error.mjs'

/** Where the program of a node lies as few files: reading 1,500 is most of what a start would cost. */
const BUNDLE = 'packages/node/bundle'

/** What a process or a thread begins with. */
const ENTRIES = {
  main: 'packages/node/dist/main.js',
  'index-worker': 'packages/indexer/dist/index-worker.js',
  'root-worker': 'packages/node/dist/state-root/root-worker.js',
}
/** What modules of members' own import: the node's, and no second copy of it. Node looks for them beside whoever asks. */
const FOR_OWN_MODULES = ['primitives', 'protocol', 'state', 'modules']
/** Libraries whose `binding.js` looks beside itself for what is no JavaScript, by the package that has them. */
const NATIVE = { 'classic-level': 'storage', 'sodium-native': 'crypto-native' }

/** Libraries in CommonJS call it. */
const REQUIRE = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

/** Makes the bundle anew when something that it is of has changed. After the packages are compiled. */
export async function ensureBundled(root) {
  const folder = join(root, BUNDLE)
  const known = inputsOf(join(folder, 'inputs.json'))
  if (known !== undefined && known.key === keyOf(root, known.inputs)) return
  await withProgress('bundle', async () => {
    const { build } = await import('esbuild')
    rmSync(folder, { recursive: true, force: true })
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: { ...ENTRIES, ...Object.fromEntries(FOR_OWN_MODULES.map((name) => [beside(name), `packages/${name}/dist/index.js`])) },
      outdir: BUNDLE,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      banner: { js: REQUIRE },
      // V8 keeps the text of what it runs, two bytes a character where comments have signs beyond Latin-1: without them it is a third of the size. Lines stay short enough for a trace of a stack to mean something.
      minifyWhitespace: true,
      lineLimit: 160,
      plugins: [{ name: 'native', setup: leaveOut(root) }],
      metafile: true,
      logLevel: 'warning',
    }).catch(noBundle)
    for (const name of FOR_OWN_MODULES) writeFileSync(join(folder, dirname(beside(name)), 'package.json'), '{ "type": "module" }\n')
    const inputs = Object.keys(metafile.inputs).filter((path) => !path.startsWith('('))
    writeFileSync(join(folder, 'inputs.json'), JSON.stringify({ key: keyOf(root, inputs), inputs }))
  })
}

function noBundle(error) {
  throw new SetupError(
    `The node's program could not be bundled: ${error.message}`,
    'mend what is named above, then run the same command again',
  )
}

function beside(name) {
  return `node_modules/@hanse/${name}/index`
}

function leaveOut(root) {
  return ({ onResolve }) => {
    onResolve({ filter: /^\.\/binding(\.js)?$/ }, ({ resolveDir }) => {
      const user = NATIVE[basename(resolveDir)]
      if (user === undefined) return undefined
      const binding = join(root, 'packages', user, 'node_modules', basename(resolveDir), 'binding.js')
      return { path: relative(join(root, BUNDLE), binding).replaceAll('\\', '/'), external: true }
    })
  }
}

function inputsOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Undefined when one of them is gone. */
function keyOf(root, inputs) {
  const hash = createHash('sha256')
  for (const path of [...inputs, relative(root, import.meta.filename)]) {
    const found = statSync(join(root, path), { throwIfNoEntry: false })
    if (found === undefined) return undefined
    hash.update(`${path} ${found.size} ${found.mtimeMs}\n`)
  }
  return hash.digest('hex')
}
