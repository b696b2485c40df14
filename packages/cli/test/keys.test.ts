import { execFileSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
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
    runCli(['keys', 'import', 'a', '--file', join(home, 'seed'), ...passwordFile, '--json'], { env }),
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

const OTHER_PASSWORD = 'another horse battery'

test('a key gets another password, loses it with a warning, and gets one again', async (t) => {
  const home = t.testdir({ old: PASSWORD, new: `${OTHER_PASSWORD}\n` })
  const env = { HANSE_HOME: home }
  const made = jsonOf(await runCli(['keys', 'new', 'alice', '--password-file', join(home, 'old'), '--json'], { env }))
  const files = ['--password-file', join(home, 'old'), '--new-password-file', join(home, 'new')]
  const changed = await runCli(['keys', 'passwd', 'alice', ...files, '--json'], { env })
  t.match([changed.code, jsonOf(changed)], [0, { name: 'alice', address: made['address'], encrypted: true }])
  const again = await runCli(['keys', 'passwd', 'alice', ...files, '--json'], { env })
  t.match([again.code, jsonOf(again)], [1, { error: { code: 'keys/wrong-password' } }])
  const variables = { ...env, HANSE_PASSWORD: OTHER_PASSWORD }
  const bare = await runCli(['keys', 'passwd', 'alice', '--unencrypted'], { env: variables })
  t.match([bare.code, bare.stderr], [0, /NOT ENCRYPTED/])
  const back = await runCli(['keys', 'passwd', 'alice'], { env: { ...env, HANSE_NEW_PASSWORD: PASSWORD } })
  t.match([back.code, back.stderr], [0, /Copies of the file from before are not encrypted/])
  const signed = await runCli(['keys', 'sign', 'alice', '--message', 'x', '--json'], { env: { ...env, HANSE_PASSWORD: PASSWORD } })
  t.match(jsonOf(signed), { address: made['address'] })
  const nobody = await runCli(['keys', 'passwd', 'alice', '--json'], { env: { ...env, HANSE_PASSWORD: PASSWORD } })
  t.match([nobody.code, jsonOf(nobody)], [1, { error: { code: 'keys/password-required', try: /--new-password-file FILE/ } }])
})

test('a key comes from a key file and from PKCS#8, encrypted or not; another kind of key does not', async (t) => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = (key = privateKey, cipher = {}): string => key.export({ format: 'pem', type: 'pkcs8', ...cipher }).toString()
  const home = t.testdir({
    'plain.pem': pem(),
    'locked.pem': pem(privateKey, { cipher: 'aes-256-cbc', passphrase: OTHER_PASSWORD }),
    'rsa.pem': pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
    'open.pem': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
  })
  const env = { HANSE_HOME: home, HANSE_PASSWORD: PASSWORD, HANSE_SOURCE_PASSWORD: OTHER_PASSWORD }
  const seed = Buffer.from(createPrivateKey(pem()).export({ format: 'jwk' }).d ?? '', 'base64url')
  const { address } = createKeyPair(new Uint8Array(seed))
  const file = (name: string): readonly string[] => ['--file', join(home, name), '--unencrypted', '--json']
  const [plain, locked, rsa, broken, wrong] = await Promise.all([
    runCli(['keys', 'import', 'plain', ...file('plain.pem')], { env }),
    runCli(['keys', 'import', 'locked', ...file('locked.pem')], { env }),
    runCli(['keys', 'import', 'rsa', ...file('rsa.pem')], { env }),
    runCli(['keys', 'import', 'broken', ...file('open.pem')], { env }),
    runCli(['keys', 'import', 'wrong', ...file('locked.pem')], { env: { ...env, HANSE_SOURCE_PASSWORD: 'wrong' } }),
  ])
  t.match([jsonOf(plain), jsonOf(locked)], [{ address }, { address }])
  t.match(jsonOf(rsa), { error: { code: 'keys/bad-pem', message: /rsa/ } })
  t.match(jsonOf(broken), { error: { code: 'keys/bad-pem' } })
  t.match(jsonOf(wrong), { error: { code: 'keys/wrong-password' } })
  const moved = await runCli(['keys', 'import', 'moved', '--file', join(home, 'keys', 'plain.json'), '--json'], { env })
  t.match([moved.code, jsonOf(moved)], [0, { name: 'moved', address, encrypted: true }])
})

test('the secret goes out as PKCS#8 and as a key file of its own password, to files that nobody else can read', async (t) => {
  const home = t.testdir()
  const env = { HANSE_HOME: home, HANSE_PASSWORD: PASSWORD, HANSE_NEW_PASSWORD: OTHER_PASSWORD }
  const { address } = jsonOf(await runCli(['keys', 'new', 'alice', '--json'], { env })) as unknown as { address: string }
  const pem = await runCli(['keys', 'export', 'alice', '--secret', '--format', 'pem'], { env })
  t.match([pem.code, pem.stderr], [0, /can sign/])
  const back = await runCli(['keys', 'import', 'again', '--json'], { env, input: pem.stdout })
  t.match([back.code, jsonOf(back)], [0, { address }])
  const out = join(home, 'moved.json')
  const moved = await runCli(['keys', 'export', 'alice', '--secret', '--format', 'key-file', '--out', out, '--json'], { env })
  t.match([moved.code, jsonOf(moved)], [0, { address, file: out }])
  const opened = await runCli(['keys', 'sign', out, '--message', 'x', '--json'], { env: { HANSE_PASSWORD: OTHER_PASSWORD } })
  t.match(jsonOf(opened), { address })
  const hex = join(home, 'seed')
  await runCli(['keys', 'export', 'alice', '--secret', '--out', hex], { env })
  t.equal((await stat(hex)).mode & 0o777, 0o600)
  const twice = await runCli(['keys', 'export', 'alice', '--secret', '--out', hex, '--json'], { env })
  t.match([twice.code, jsonOf(twice)], [1, { error: { code: 'keys/exists' } }])
  const byMistake = await runCli(['keys', 'export', 'alice', '--out', out, '--json'], { env })
  t.match([byMistake.code, jsonOf(byMistake)], [2, { error: { code: 'cli/usage', try: '--secret' } }])
})

function hasOpenssl(): boolean {
  try {
    return execFileSync('openssl', ['version']).length > 0
  } catch {
    return false
  }
}

test('openssl makes a key for Hanse, and reads one', { skip: hasOpenssl() ? false : 'openssl is not here' }, async (t) => {
  const env = { HANSE_HOME: t.testdir() }
  const input = execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519']).toString()
  const made = jsonOf(await runCli(['keys', 'import', 'maker', '--unencrypted', '--json'], { env, input }))
  const { stdout } = await runCli(['keys', 'export', 'maker', '--secret', '--format', 'pem'], { env })
  const der = execFileSync('openssl', ['pkey', '-pubout', '-outform', 'DER'], { input: stdout, stdio: ['pipe', 'pipe', 'ignore'] })
  t.equal(`0x${der.subarray(-32).toString('hex')}`, made['publicKey'])
  const again = await runCli(['keys', 'import', 'second', '--unencrypted'], { env, input })
  t.match(again.stdout, /key second taken over/)
  t.match((await runCli(['keys', 'export', 'demo:bank-a/maker'], { env })).stderr, /npm run devnet -- accounts/)
})
