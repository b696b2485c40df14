import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyPair } from '@hanse/crypto'
import { bytesToHex } from '@hanse/primitives'
import { test } from 'tap'
import { jsonOf, runCli } from './support/run-cli.ts'

const PASSWORD = 'correct horse battery'
const SEED = `0x${'5e'.repeat(32)}` as const
const SEED_KEY = createKeyPair(new Uint8Array(32).fill(0x5e))

test('a key is made, listed, exported and used', async (t) => {
  const home = t.testdir()
  const env = { HANSE_HOME: home, HANSE_PASSWORD: PASSWORD }
  const made = jsonOf(await runCli(['keys', 'new', 'alice', '--json'], { env }))
  t.match(made, { name: 'alice', address: /^0x[0-9a-f]{40}$/, publicKey: /^0x[0-9a-f]{64}$/, encrypted: true })
  const file = JSON.parse(await readFile(join(home, 'keys', 'alice.json'), 'utf8')) as object
  t.match(file, { purpose: 'account', protection: { type: 'scrypt-aes-256-gcm' } })
  const signed = jsonOf(await runCli(['keys', 'sign', 'alice', '--message', 'hello', '--json'], { env }))
  t.equal(signed['address'], made['address'])
  const { publicKey, signature } = signed as unknown as { publicKey: string; signature: string }
  const [listed, exported, good, bad, wrongPassword] = await Promise.all([
    runCli(['keys', 'list', '--json'], { env: { HANSE_HOME: home } }),
    runCli(['keys', 'export', 'alice', '--json'], { env: { HANSE_HOME: home } }),
    runCli(['keys', 'verify', '--public-key', publicKey, '--signature', signature, '--message', 'hello', '--json']),
    runCli(['keys', 'verify', '--public-key', publicKey, '--signature', signature, '--message', 'hell0', '--json']),
    runCli(['keys', 'export', 'alice', '--secret', '--json'], { env: { HANSE_HOME: home, HANSE_PASSWORD: 'something else' } }),
  ])
  t.match(jsonOf(listed), { items: [{ name: 'alice', purpose: 'account', address: made['address'], encrypted: true }] })
  t.match(jsonOf(exported), { address: made['address'], publicKey, algorithm: 1 })
  t.notOk('seed' in jsonOf(exported))
  t.match([good.code, jsonOf(good)], [0, { valid: true, address: made['address'] }])
  t.match([bad.code, jsonOf(bad)], [1, { error: { code: 'keys/bad-signature' } }])
  t.match([wrongPassword.code, jsonOf(wrongPassword)], [1, { error: { code: 'keys/wrong-password', try: /--password-file FILE/ } }])
})

test('a seed comes in by a file or a pipe, and goes out only when it is asked for', async (t) => {
  const home = t.testdir({ seed: `${SEED}\n`, password: `${PASSWORD}\nsecond line` })
  const env = { HANSE_HOME: home }
  const passwordFile = ['--password-file', join(home, 'password')]
  const [fromFile, fromPipe, notASeed] = await Promise.all([
    runCli(['keys', 'import', 'a', '--seed-file', join(home, 'seed'), ...passwordFile, '--json'], { env }),
    runCli(['keys', 'import', 'b', '--unencrypted', '--json'], { env, input: SEED.slice(2) }),
    runCli(['keys', 'import', 'c', '--unencrypted', '--json'], { env, input: '0x12' }),
  ])
  t.match(jsonOf(fromFile), { address: SEED_KEY.address, publicKey: bytesToHex(SEED_KEY.publicKey), encrypted: true })
  t.match(jsonOf(fromPipe), { address: SEED_KEY.address, encrypted: false })
  t.match([notASeed.code, jsonOf(notASeed)], [1, { error: { code: 'keys/bad-seed' } }])
  const secret = await runCli(['keys', 'export', 'a', '--secret', ...passwordFile, '--json'], { env })
  t.equal(jsonOf(secret)['seed'], SEED)
  t.match(secret.stderr, /can sign/)
})

test('what must not happen to keys does not', async (t) => {
  const home = t.testdir()
  const env = { HANSE_HOME: home }
  await runCli(['keys', 'new', 'alice', '--unencrypted'], { env })
  const before = await readFile(join(home, 'keys', 'alice.json'), 'utf8')
  const rows: readonly (readonly [string, readonly string[], Record<string, string>, string])[] = [
    ['overwritten', ['keys', 'new', 'alice', '--unencrypted'], env, 'keys/exists'],
    ['called like the node’s', ['keys', 'new', 'consensus', '--unencrypted'], env, 'keys/bad-name'],
    ['outside the folder', ['keys', 'new', '../alice', '--unencrypted'], env, 'keys/bad-name'],
    ['without a password by mistake', ['keys', 'new', 'bob'], env, 'keys/password-required'],
    ['with a short password', ['keys', 'new', 'bob'], { ...env, HANSE_PASSWORD: 'short' }, 'keys/bad-password'],
  ]
  await Promise.all(
    rows.map(async ([name, words, environment, code]) => {
      const run = await runCli([...words, '--json'], { env: environment })
      t.match([run.code, jsonOf(run)], [1, { error: { code } }], name)
    }),
  )
  t.equal(await readFile(join(home, 'keys', 'alice.json'), 'utf8'), before)
  await chmod(join(home, 'keys', 'alice.json'), 0o644)
  await writeFile(join(home, 'keys', 'broken.json'), '{', { mode: 0o600 })
  t.match(jsonOf(await runCli(['keys', 'list', '--json'], { env })), {
    items: [
      { name: 'alice', error: { code: 'keys/permissions', hint: /chmod 600/ } },
      { name: 'broken', error: { code: 'keys/malformed' } },
    ],
  })
})
