import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { PLACES } from '../src/lint/rings.mjs'
import { REPOSITORY, readJson } from './support/workspace.ts'

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, unknown>>
}

interface Config {
  readonly references: readonly { readonly path: string }[]
}

const folders = ['devnet', ...readdirSync(join(REPOSITORY, 'packages')).map((name) => `packages/${name}`)]
const compiled = folders.filter((folder) => existsSync(join(REPOSITORY, folder, 'tsconfig.json')))

test('each package has a place in the rings, one door where no other is named, and no dependency that its place does not allow', (t) => {
  for (const folder of compiled) {
    const name = folder.split('/').at(-1) ?? folder
    const place = PLACES[name]
    const manifest = readJson(join(REPOSITORY, folder, 'package.json')) as Manifest
    t.ok(place, `${name} has a place`)
    t.same(Object.keys(manifest.exports ?? {}), ['.', ...(place?.doors ?? [])], `${name} has its doors`)
    const ours = Object.keys(manifest.dependencies ?? {}).filter((dependency) => dependency.startsWith('@hanse/'))
    const outwards = ours.filter((dependency) => !place?.packages.includes(dependency.slice('@hanse/'.length)))
    t.same(outwards, [], `${name} depends inwards`)
  }
  t.end()
})

test('the compiler builds a package after those that it depends on', (t) => {
  for (const folder of compiled) {
    const manifest = readJson(join(REPOSITORY, folder, 'package.json')) as Manifest
    const config = readJson(join(REPOSITORY, folder, 'tsconfig.json')) as Config
    const dependencies = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@hanse/'))
    const references = config.references.map(({ path }) => `@hanse/${path.split('/').at(-1)}`)
    t.same(references.sort(), dependencies.sort(), `${folder} refers to its dependencies`)
  }
  const root = readJson(join(REPOSITORY, 'tsconfig.json')) as Config
  t.same(root.references.map(({ path }) => path).sort(), compiled.sort(), 'the root refers to every package')
  t.end()
})

test('a pure package imports pure packages alone', (t) => {
  for (const [name, place] of Object.entries(PLACES)) {
    if (place.ring !== 'pure') continue
    t.same(
      place.packages.filter((other) => PLACES[other]?.ring !== 'pure'),
      [],
      name,
    )
    t.notOk(place.onNode, name)
  }
  t.end()
})
