import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { declarationFor } from './declaration.mjs'
import { wireSources } from './sources.mjs'

const require = createRequire(import.meta.url)
const OUTPUT_SIZE_BYTES_MAX = 64 * 1024 * 1024

/** Encode and decode, nothing else: whatever pbjs can leave out is left out. */
const PBJS_OPTIONS = [
  ...['--target', 'static-module', '--wrap', 'esm', '--dependency', 'protobufjs/minimal.js'],
  ...['--no-create', '--no-verify', '--no-convert', '--no-delimited', '--no-service', '--no-comments', '--no-typeurl'],
]

/**
 * Writes the wire code of every .proto in `root` below `outputRoot`, which is the repository itself or, in the test
 * that compares, a temporary folder. The same .proto files give the same bytes.
 * @returns the written paths, relative to `outputRoot`.
 */
export function generate(root, outputRoot = root) {
  const written = []
  for (const source of wireSources(root)) {
    const declarationPath = source.output.replace(/\.js$/, '.d.ts')
    const header = `// Made from ${source.protos.join(', ')} by \`npm run generate\` (pbjs ${pbjsVersion()}). Do not edit.\n`
    write(join(outputRoot, source.output), header + pbjs(root, source))
    const protos = source.protos.map((path) => join(root, path))
    const includes = source.includes.map((path) => join(root, path))
    write(join(outputRoot, declarationPath), header + declarationFor(protos, includes, resolveImport))
    written.push(source.output, declarationPath)
  }
  removeStale(outputRoot, written)
  return written
}

/** Each file has its own root name: under one name, the second file loaded would replace the first one's messages. */
function pbjs(root, source) {
  const script = require.resolve('protobufjs-cli/bin/pbjs')
  const includes = source.includes.flatMap((path) => ['--path', path])
  const parameters = [script, ...PBJS_OPTIONS, '--root', `hanse-${source.name}`, ...includes, ...source.protos]
  return execFileSync(process.execPath, parameters, { cwd: root, encoding: 'utf8', maxBuffer: OUTPUT_SIZE_BYTES_MAX })
}

function pbjsVersion() {
  return require('protobufjs-cli/package.json').version
}

function resolveImport(origin, target, includes) {
  if (isAbsolute(target)) return target
  const candidates = [...includes, dirname(origin)].map((folder) => join(folder, target))
  return candidates.find((path) => existsSync(path)) ?? target
}

function write(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** A module that lost its .proto loses its generated code too. */
function removeStale(outputRoot, written) {
  for (const folder of new Set(written.map((path) => dirname(path)))) {
    const kept = new Set(written.filter((path) => dirname(path) === folder).map((path) => basename(path)))
    for (const name of readdirSync(join(outputRoot, folder))) {
      if (!kept.has(name)) rmSync(join(outputRoot, folder, name))
    }
  }
}
