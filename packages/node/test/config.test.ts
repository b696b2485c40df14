import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { checkNodeConfig, readNodeConfig, readRpcTls } from '../src/config.ts'
import { temporaryFolder } from './support/test-chain.ts'

test('one line is enough; everything else has a default that is safe to start with', (t) => {
  const config = checkNodeConfig({ organization: 'bank-a' })
  t.match(config, {
    ok: true,
    value: {
      ...{ organization: 'bank-a', genesis: 'genesis.json', dataDir: 'data' },
      keys: { identity: 'keys/identity.json', consensus: undefined },
      rpc: { host: '127.0.0.1', port: 8545, cors: false, accessKeys: [], hostNames: [] },
      metrics: { host: '127.0.0.1', port: 9545 },
      admin: { host: '127.0.0.1', port: 11_545, tokenFile: 'admin-token', keysFile: 'api-keys.json' },
      consensus: { viewTimeoutMs: 800, viewTimeoutMsMax: 8_000, batchWaitMs: 20, statusMs: 400, fetchRetryMs: 300 },
      pool: { capacity: 20_000, perSenderMax: 4_000 },
      log: { level: 'info' },
    },
  })
  t.end()
})

const WRONG: readonly (readonly [string, object, string])[] = [
  ['no organization', {}, 'organization'],
  ['an empty name', { organization: '' }, 'organization'],
  ['an unknown key', { organization: 'a', ports: 1 }, 'ports'],
  ['a misspelt key inside', { organization: 'a', rpc: { prot: 1 } }, 'rpc.prot'],
  ['a port that is none', { organization: 'a', rpc: { port: 70_000 } }, 'rpc.port'],
  ['a port in words', { organization: 'a', metrics: { port: '9545' } }, 'metrics.port'],
  ['a section that is a number', { organization: 'a', consensus: 800 }, 'consensus'],
  ['a time-out of nothing', { organization: 'a', consensus: { viewTimeoutMs: 0 } }, 'consensus.viewTimeoutMs'],
  ['a fraction', { organization: 'a', pool: { capacity: 100.5 } }, 'pool.capacity'],
  ['no listen address', { organization: 'a', p2p: { listen: [] } }, 'p2p.listen'],
  ['a level that is none', { organization: 'a', log: { level: 'loud' } }, 'log.level'],
  ['a cache too small to be meant', { organization: 'a', store: { cacheBytes: 16 } }, 'store.cacheBytes'],
  [
    'an access key in clear',
    { organization: 'a', rpc: { accessKeys: [{ organization: 'b', sha256: 'secret' }] } },
    'rpc.accessKeys.0.sha256',
  ],
]

test('what is wrong is named by its path', (t) => {
  for (const [what, value, path] of WRONG) {
    const refused = checkNodeConfig(value)
    t.match(refused, { ok: false, error: { code: 'config/invalid', path, hint: /docs\/operating\.md/ } }, what)
    t.ok(!refused.ok && refused.error.message.includes(path), `${what}: ${refused.ok ? '' : refused.error.message}`)
  }
  t.end()
})

test('of several faults the unknown settings come first, and the hint says where all are named', (t) => {
  const refused = checkNodeConfig({ organisation: 'a', rpc: { port: -1 } })
  t.match(refused, { ok: false, error: { path: 'organisation', hint: /2 more: `hanse config validate` names all\.$/ } })
  t.match(checkNodeConfig({}), { ok: false, error: { message: 'organization is required and missing', hint: /every setting\.$/ } })
  t.end()
})

test('a file is TOML, and its paths are relative to it', async (t) => {
  const folder = await temporaryFolder(t)
  const path = join(folder, 'config.toml')
  t.match(await readNodeConfig(path), { ok: false, error: { code: 'config/not-found', hint: /hanse node init/ } })
  await writeFile(path, 'organization = bank-a')
  t.match(await readNodeConfig(path), { ok: false, error: { code: 'config/not-toml', message: /config\.toml/ } })
  await writeFile(path, 'organization = "bank-a\n[rpc]\n')
  t.match(await readNodeConfig(path), { ok: false, error: { code: 'config/not-toml', hint: /is the closing quote there\?/ } })
  await writeFile(path, 'organization = "bank-a"\n[rpc]\nprot = 1\n')
  t.match(await readNodeConfig(path), { ok: false, error: { code: 'config/invalid', path: 'rpc.prot' } })
  const text = ['organization = "bank-a"', 'dataDir = "/var/hanse"', '[keys]', 'consensus = "keys/c.json"', 'passwordFile = "../secret"']
  await writeFile(path, [...text, '[rpc]', 'tlsCert = "tls/cert.pem"', 'tlsKey = "tls/key.pem"'].join('\n'))
  t.match(await readNodeConfig(path), {
    ok: true,
    value: {
      ...{ genesis: join(folder, 'genesis.json'), dataDir: '/var/hanse' },
      keys: {
        consensus: join(folder, 'keys/c.json'),
        identity: join(folder, 'keys/identity.json'),
        passwordFile: join(folder, '../secret'),
      },
      rpc: { tlsCert: join(folder, 'tls/cert.pem'), tlsKey: join(folder, 'tls/key.pem') },
    },
  })
})

test('a listener for others has a certificate with its key, or says which is missing', async (t) => {
  const folder = await temporaryFolder(t)
  const of = async (rpc: object) => {
    const config = checkNodeConfig({ organization: 'a', rpc })
    if (!config.ok) throw new Error(config.error.message)
    return await readRpcTls(config.value.rpc)
  }
  t.strictSame(await of({}), { ok: true, value: {} })
  const files = { tlsCert: join(folder, 'cert.pem'), tlsKey: join(folder, 'key.pem') }
  t.match(await of(files), { ok: false, error: { code: 'config/not-found', message: /ENOENT/ } })
  await mkdir(folder, { recursive: true })
  await writeFile(files.tlsCert, 'CERT')
  await writeFile(files.tlsKey, 'KEY')
  t.match(await of(files), { ok: true, value: { tls: { cert: Buffer.from('CERT'), key: Buffer.from('KEY') } } })
})

test('the admin port follows the RPC port, if nothing else is said', (t) => {
  const portOf = (rpc: object, admin: object) => {
    const config = checkNodeConfig({ organization: 'a', rpc, admin })
    return config.ok ? config.value.admin.port : undefined
  }
  t.equal(portOf({ port: 20_000 }, {}), 23_000)
  t.equal(portOf({ port: 0 }, {}), 0)
  t.equal(portOf({ port: 20_000 }, { port: 7 }), 7)
  t.equal(portOf({ port: 65_000 }, {}), 62_000)
  t.equal(portOf({ port: 65_000 }, { port: 7 }), 7)
  t.end()
})
