import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createKeystore } from '@hanse/crypto-native'
import { parseTar } from 'nanotar'
import { type Test, test } from 'tap'
import { grownHome } from '../../node/test/support/grown-home.ts'
import { consensusSeed, identitySeed } from '../../node/test/support/test-chain.ts'
import { TEST_CERTIFICATE } from '../../rpc/test/support/certificate.ts'
import { jsonOf, MAIN, runCli } from './support/run-cli.ts'

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))))
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** The texts of an archive by their names, without its folder. */
function textsOf(archive: Buffer): Readonly<Record<string, string>> {
  const entries = parseTar(Uint8Array.from(gunzipSync(archive)))
  return Object.fromEntries(entries.map(({ name, text }) => [name.slice(name.indexOf('/') + 1), text]))
}

function startNode(t: Test, home: string): ChildProcess {
  const child = spawn(process.execPath, [MAIN, 'node', 'run', '--home', home], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

interface Ready {
  readonly status: number
  readonly body: { readonly ready: boolean; readonly reasons: readonly string[]; readonly checks: object }
}

async function readyz(port: number, query = ''): Promise<Ready | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz${query}`)
    return { status: response.status, body: (await response.json()) as Ready['body'] }
  } catch {
    return undefined
  }
}

interface ShownFinding {
  readonly check: string
  readonly status: string
  readonly message: string
}

test('a node that runs: readiness with reasons, the doctor, no inspection, a bundle with its metrics and its log', async (t) => {
  const [p2p = 0, rpc = 0, metrics = 0, admin = 0] = await freePorts(4)
  const ports = ['[p2p]', `listen = ["127.0.0.1:${p2p}"]`, '[rpc]', `port = ${rpc}`, '[metrics]', `port = ${metrics}`]
  const { home } = await grownHome(t, { lines: [...ports, '[admin]', `port = ${admin}`, '[log]', 'file = "log/node.log"'] })
  const child = startNode(t, home)
  const stdout: string[] = []
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => stdout.push(chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  for (let tries = 0; tries < 240 && (await readyz(metrics)) === undefined; tries++)
    await new Promise((resolve) => setTimeout(resolve, 250))

  const alone = await readyz(metrics)
  t.match(alone, { status: 503, body: { ready: false, checks: { state: false } } })
  t.ok(alone?.body.reasons.includes('0 peers, a quorum needs 2'), JSON.stringify(alone))
  const asked = await readyz(rpc, '?minPeers=2&maxLag=5')
  t.match(asked, { status: 503, body: { checks: { state: false, peers: false, lag: true } } })
  t.ok(asked?.body.reasons.includes('0 peers, 2 are asked for'))
  t.equal((await readyz(rpc, '?minPeers=many'))?.status, 400)

  const out = join(home, 'bundle.tar.gz')
  const [doctor, alias, inspect, bundle] = await Promise.all([
    runCli(['doctor', '--home', home, '--json']),
    runCli(['node', 'doctor', '--home', home]),
    runCli(['node', 'inspect', '--home', home]),
    runCli(['debug', 'bundle', '--home', home, '--out', out, '--json']),
  ])
  const findings = jsonOf(doctor)['findings'] as unknown as readonly ShownFinding[]
  t.equal(doctor.code, 1, 'alone it has no quorum')
  t.strictSame(
    findings.filter(({ status }) => status === 'failed').map(({ check, message }) => [check, message]),
    [['peers', '0 of 3 are connected, a quorum needs 2']],
  )
  t.equal(findings.filter(({ check, message }) => check === 'ports' && message.endsWith('is held by this node')).length, 4)
  t.match(findings.find(({ check }) => check === 'data')?.message, 'open in the node that runs, at height 3')
  t.match(alias.stdout, /^✔ versions [^\n]+\n/)
  t.match(alias.stdout, /^✖ peers +0 of 3 are connected, a quorum needs 2\n {2}Try: /m)
  const refusal = /^✖ a node, or another program, has [^\n]+ open [^\n]+\n {2}Try: ask the node: hanse node status[^\n]+\n$/
  t.match([inspect.code, inspect.stderr], [1, refusal])

  const texts = textsOf(await readFile(out))
  t.match(texts['metrics.txt'], /^hanse_height 3$/m)
  t.match(JSON.parse(texts['status.json'] ?? ''), { info: { organization: 'bank-a' }, readiness: { height: 3 } })
  t.match(texts['log.txt'], /"msg":"node started"/)
  const listed = (jsonOf(bundle)['files'] as unknown as { name: string }[]).map(({ name }) => name)
  t.strictSame(listed, Object.keys(texts))
  t.equal((await stat(out)).mode & 0o777, 0o600)
  const again = await runCli(['debug', 'bundle', '--home', home, '--out', out])
  t.match([again.code, again.stderr], [1, /exists[^\n]*\n {2}Try: Choose another --out/], 'never written over')

  child.kill('SIGTERM')
  t.equal(await ended, 0)
  t.equal(stdout.join(''), '', 'the log is in its file alone')
  const log = await readFile(join(home, 'log', 'node.log'), 'utf8')
  t.match(log.trim().split('\n').at(-1), /"msg":"node stopped"/)
  const stopped = await runCli(['node', 'inspect', '--home', home, '--verify', '--block', '3'])
  t.equal(stopped.code, 0, stopped.stdout)
  t.match(stopped.stdout, /^signed by +bank-a, bank-b, core-firm$/m)
  t.match(stopped.stdout, /✔ nothing is wrong/)
})

const PASSWORD = 'correct "horse" battery \\ staple'
const RPC_KEY = 'a-random-access-key-of-forty-characters!'
const SHA256 = 'ab'.repeat(32)
const API_KEY_SHA256 = 'cd'.repeat(32)
const ADMIN_TOKEN = 'the-admin-token-of-this-very-start'
const STRAY = 'under a name that is none'
const hex = (seed: Uint8Array): string => Buffer.from(seed).toString('hex')
const OPERATOR_SEED = new Uint8Array(32).fill(0x5a)
const TLS_KEY_LINE = TEST_CERTIFICATE.key.split('\n')[1] ?? ''

/** A home with every kind of secret, and a log into which all of them slipped. */
async function homeOfSecrets(t: Test): Promise<string> {
  const ports = ['[p2p]', 'listen = ["127.0.0.1:0"]', '[metrics]', 'port = 0', '[rpc]', 'port = 0']
  const tls = ['tlsCert = "cert.pem"', 'tlsKey = "key.pem"', `accessKeys = [{ organization = "bank-b", sha256 = "0x${SHA256}" }]`]
  const lines = ['passwordFile = "password"', ...ports, ...tls, `apiKey = "${STRAY}"`, '[log]', 'file = "node.log"']
  const { home } = await grownHome(t, { lines })
  await createKeystore({ path: join(home, 'keys', 'maker.json'), purpose: 'account', seed: OPERATOR_SEED, unencrypted: true })
  await chmod(join(home, 'keys'), 0o700)
  const logged = [
    JSON.stringify({ level: 30, msg: `started with ${PASSWORD}`, headers: { authorization: `Bearer ${RPC_KEY}` } }),
    `seeds 0x${hex(consensusSeed('bank-a'))} ${hex(identitySeed('bank-a'))} 0x${hex(OPERATOR_SEED)}`,
    `token ${ADMIN_TOKEN} ${API_KEY_SHA256}`,
    `${PASSWORD} ${TLS_KEY_LINE} 0x${SHA256} Bearer another-token-of-a-client`,
  ]
  const files = {
    password: `${PASSWORD}\n`,
    'cert.pem': TEST_CERTIFICATE.cert,
    'key.pem': TEST_CERTIFICATE.key,
    'admin-token': `${ADMIN_TOKEN}\n`,
    'api-keys.json': JSON.stringify({ format: 1, keys: [{ sha256: `0x${API_KEY_SHA256}` }] }),
    'node.log': `${logged.join('\n')}\nthe last line\n`,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text, { mode: 0o600 })
  return home
}

test('a bundle has no secret of its home, wherever one was written by mistake', async (t) => {
  const home = await homeOfSecrets(t)
  const out = join(home, 'bundle.tar.gz')
  const env = { HANSE_RPC_KEY: RPC_KEY, HANSE_PASSWORD: 'another password of the environment' }
  const made = await runCli(['debug', 'bundle', '--home', home, '--out', out], { env })
  t.match([made.code, made.stdout], [0, /config\.json[\s\S]*log\.txt[\s\S]*look through it before you send it/], made.stderr)
  const texts = textsOf(await readFile(out))
  t.match(texts['log.txt'], /the last line/)
  t.match(texts['log.txt'], /started with \[redacted\]/)
  t.match(texts['config.json'], /"rpc\.apiKey"/, 'the name of a stray setting helps')
  const secrets = {
    ...{ PASSWORD, ADMIN_TOKEN, API_KEY_SHA256, RPC_KEY, SHA256, STRAY, TLS_KEY_LINE, environment: env.HANSE_PASSWORD },
    ...{ 'escaped password': JSON.stringify(PASSWORD).slice(1, -1), token: 'another-token-of-a-client' },
    ...{ consensus: hex(consensusSeed('bank-a')), identity: hex(identitySeed('bank-a')), operator: hex(OPERATOR_SEED) },
  }
  for (const [what, secret] of Object.entries(secrets)) {
    t.ok(secret.length > 5, what)
    for (const [name, text] of Object.entries(texts)) t.notOk(text.includes(secret), `${what} in ${name}`)
  }
})

test('config: shown with its lines, checked with every fault, by both names', async (t) => {
  const { home } = await grownHome(t)
  const [shown, effective, valid] = await Promise.all([
    runCli(['config', 'show', '--home', home]),
    runCli(['node', 'config', 'show', '--effective', '--home', home, '--json']),
    runCli(['config', 'validate', '--home', home]),
  ])
  t.match(shown.stdout, /^keys\.consensus +"keys\/consensus\.json" +line 3$/m)
  t.notMatch(shown.stdout, 'pool.capacity')
  const settings = jsonOf(effective)['settings'] as unknown as { path: string }[]
  const capacity = settings.find(({ path }) => path === 'pool.capacity')
  t.match(capacity, { value: 20_000, from: 'default' })
  t.match([valid.code, valid.stdout], [0, /✔ .*config\.toml is in order/])
  await writeFile(join(home, 'config.toml'), 'organization = ""\n[rpc]\nprot = 1\n')
  const [wrong, json, elsewhere] = await Promise.all([
    runCli(['node', 'config', 'validate', '--home', home]),
    runCli(['config', 'validate', join(home, 'config.toml'), '--json']),
    runCli(['config', 'validate', join(home, 'none.toml')]),
  ])
  t.equal(wrong.code, 1)
  t.match(wrong.stdout, /^✖ line 3: there is no setting rpc\.prot\n {4}→ rpc\.port\?/m)
  t.match(wrong.stdout, /^✖ line 1: organization: [^\n]+\n {4}→ organization takes: text of 1 to 64/m)
  const end =
    /^✖ .*config\.toml: a node does not start with it\n {2}Try: mend it as told above, then hanse config validate .*config\.toml\n$/m
  t.match(wrong.stdout, end)
  t.equal(wrong.stdout.match(/Try:/g)?.length, 1, 'one line says what to do next')
  t.match([json.code, jsonOf(json)], [1, { valid: false, findings: [{ severity: 'error' }, { severity: 'error' }] }])
  t.match([elsewhere.code, elsewhere.stdout], [1, /cannot read/])
})
