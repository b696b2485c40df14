import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ed25519PublicKey } from '@hanse/crypto'
import { createKeystore, openKeystore, protectKeystore, readKeystoreInfo } from '@hanse/crypto-native'
import { type Test, test } from 'tap'

const seed = (): Uint8Array => Uint8Array.from({ length: 32 }, (_, index) => index)
const password = 'correct horse battery'

let original: string | undefined

/** A path of its own for each test, with the same encrypted key: scrypt is slow on purpose. */
async function created(t: Test): Promise<string> {
  const path = join(t.testdir(), 'keys', 'validator.json')
  if (original === undefined) {
    const info = await createKeystore({ path, purpose: 'consensus', seed: seed(), password })
    t.match(info, { ok: true, value: { path, purpose: 'consensus', encrypted: true } })
    original = readFileSync(path, 'utf8')
  } else {
    mkdirSync(join(path, '..'))
    writeFileSync(path, original, { mode: 0o600 })
  }
  return path
}

function change(path: string, edit: (json: { [key: string]: unknown; protection: { [key: string]: unknown } }) => void): void {
  const json = JSON.parse(readFileSync(path, 'utf8'))
  edit(json)
  writeFileSync(path, JSON.stringify(json))
}

test('an encrypted key opens with its password', async (t) => {
  const path = await created(t)
  const opened = await openKeystore({ path, password, purpose: 'consensus' })
  t.ok(opened.ok && Buffer.from(opened.value.seed).equals(seed()))
  t.match(await readKeystoreInfo(path), { ok: true, value: { publicKey: ed25519PublicKey(seed()), encrypted: true } })
  t.equal(statSync(path).mode & 0o777, 0o600)
  t.same(readdirSync(join(path, '..')), ['validator.json'], 'nothing is left beside it')
  t.notMatch(readFileSync(path, 'utf8'), Buffer.from(seed()).toString('hex'), 'the seed is not in it')
})

test('a password in another Unicode form is the same password', async (t) => {
  const path = join(t.testdir(), 'key.json')
  await createKeystore({ path, purpose: 'account', seed: seed(), password: 'Zürich-Genève' })
  t.match(await openKeystore({ path, password: 'Zürich-Genève'.normalize('NFD') }), { ok: true })
})

test('whoever cannot open it learns why', async (t) => {
  const path = await created(t)
  t.match(await openKeystore({ path, password: 'wrong horse battery' }), { ok: false, error: { code: 'keys/wrong-password' } })
  t.match(await openKeystore({ path }), { ok: false, error: { code: 'keys/password-required' } })
  t.match(await openKeystore({ path, password, purpose: 'account' }), { ok: false, error: { code: 'keys/wrong-purpose' } })
  t.match(await openKeystore({ path: `${path}.none`, password }), { ok: false, error: { code: 'keys/not-found' } })
  t.match(await openKeystore({ path: join(path, '..'), password }), { ok: false, error: { code: /^keys\/(malformed|permissions)$/ } })
})

test('a key that others can read is refused', async (t) => {
  const path = await created(t)
  for (const mode of [0o640, 0o604, 0o620, 0o602, 0o644]) {
    chmodSync(path, mode)
    t.match(await openKeystore({ path, password }), { ok: false, error: { code: 'keys/permissions', hint: /chmod 600/ } }, mode.toString(8))
    t.match(await readKeystoreInfo(path), { ok: false, error: { code: 'keys/permissions' } })
  }
  chmodSync(path, 0o400)
  t.match(await readKeystoreInfo(path), { ok: true })
  chmodSync(path, 0o644)
  const link = join(path, '..', 'link.json')
  symlinkSync(path, link)
  t.match(await readKeystoreInfo(link), { ok: false, error: { code: 'keys/permissions' } }, 'what counts is the file, not the link')
})

test('no key is ever overwritten', async (t) => {
  const path = await created(t)
  const before = readFileSync(path, 'utf8')
  t.match(await createKeystore({ path, purpose: 'node', seed: seed(), unencrypted: true }), { ok: false, error: { code: 'keys/exists' } })
  t.equal(readFileSync(path, 'utf8'), before)
  t.same(readdirSync(join(path, '..')), ['validator.json'])
})

test('a password too short to be one is refused before anything is written', async (t) => {
  const path = join(t.testdir(), 'key.json')
  t.match(await createKeystore({ path, purpose: 'account', seed: seed(), password: 'seven77' }), {
    ok: false,
    error: { code: 'keys/bad-password' },
  })
  t.match(await createKeystore({ path, purpose: 'account', seed: seed(), password: 'x'.repeat(1_025) }), {
    ok: false,
    error: { code: 'keys/bad-password' },
  })
  t.match(await readKeystoreInfo(path), { ok: false, error: { code: 'keys/not-found' } })
})

test('the unencrypted form says that it is', async (t) => {
  const path = join(t.testdir(), 'key.json')
  t.match(await createKeystore({ path, purpose: 'node', seed: seed(), unencrypted: true }), { ok: true, value: { encrypted: false } })
  t.match(readFileSync(path, 'utf8'), /NOT ENCRYPTED\. For development networks only/)
  const opened = await openKeystore({ path })
  t.ok(opened.ok && !opened.value.encrypted && Buffer.from(opened.value.seed).equals(seed()))
  change(path, (json) => {
    json.protection.seed = `0x${'11'.repeat(32)}`
  })
  t.match(await openKeystore({ path }), { ok: false, error: { code: 'keys/malformed' } }, 'the seed of another key')
})

test('a changed file does not open', async (t) => {
  type Edit = Parameters<typeof change>[1]
  const other = `0x${Buffer.from(ed25519PublicKey(new Uint8Array(32).fill(9))).toString('hex')}`
  const rows: readonly (readonly [string, Edit, string])[] = [
    ['another purpose', (json) => Object.assign(json, { purpose: 'account' }), 'wrong-password'],
    ['another public key', (json) => Object.assign(json, { publicKey: other }), 'wrong-password'],
    ['another ciphertext', (json) => Object.assign(json.protection, { ciphertext: `0x${'00'.repeat(32)}` }), 'wrong-password'],
    ['another tag', (json) => Object.assign(json.protection, { tag: `0x${'00'.repeat(16)}` }), 'wrong-password'],
    ['a tag cut short', (json) => Object.assign(json.protection, { tag: '0x00000000' }), 'malformed'],
    ['an unknown member', (json) => Object.assign(json, { note: 'x' }), 'malformed'],
    ['another version', (json) => Object.assign(json, { version: 2 }), 'malformed'],
    ['a cost that is no power of two', (json) => Object.assign(json.protection, { n: 131_071 }), 'malformed'],
    ['a cost that takes the machine down', (json) => Object.assign(json.protection, { n: 2 ** 20, r: 16 }), 'malformed'],
    ['a cost out of bounds', (json) => Object.assign(json.protection, { n: 2 ** 30 }), 'malformed'],
  ]
  const path = await created(t)
  const content = readFileSync(path, 'utf8')
  for (const [name, edit, reason] of rows) {
    writeFileSync(path, content)
    change(path, edit)
    t.match(await openKeystore({ path, password }), { ok: false, error: { code: `keys/${reason}` } }, name)
  }
  for (const broken of ['', 'no JSON', '[]', 'null', `{"a":"${'x'.repeat(20_000)}"}`, content.slice(0, 100)]) {
    writeFileSync(path, broken)
    t.match(await openKeystore({ path, password }), { ok: false, error: { code: 'keys/malformed' } }, broken.slice(0, 20))
  }
})

test('a folder that cannot be written gives a code, not an exception', async (t) => {
  const folder = t.testdir({ file: '' })
  t.match(await createKeystore({ path: join(folder, 'file', 'key.json'), purpose: 'node', seed: seed(), unencrypted: true }), {
    ok: false,
    error: { code: /^keys\/(io|exists)$/ },
  })
  mkdirSync(join(folder, 'key.json'))
  t.match(await createKeystore({ path: join(folder, 'key.json'), purpose: 'node', seed: seed(), unencrypted: true }), {
    ok: false,
    error: { code: 'keys/exists' },
  })
})

test('a key gets another password, loses it, and gets one again: the key stays', async (t) => {
  const path = await created(t)
  const other = 'another horse battery'
  t.match(await protectKeystore({ path, password, protection: { password: other } }), { ok: true, value: { encrypted: true } })
  t.match(await openKeystore({ path, password }), { ok: false, error: { code: 'keys/wrong-password' } })
  t.match(await protectKeystore({ path, password: other, protection: { unencrypted: true } }), { ok: true, value: { encrypted: false } })
  t.match(JSON.parse(readFileSync(path, 'utf8')), { purpose: 'consensus', protection: { type: 'none' } })
  t.match(await protectKeystore({ path, protection: { password } }), { ok: true, value: { encrypted: true } })
  const opened = await openKeystore({ path, password, purpose: 'consensus' })
  t.ok(opened.ok && Buffer.from(opened.value.seed).equals(seed()))
  t.equal(statSync(path).mode & 0o777, 0o600)
  t.same(readdirSync(join(path, '..')), ['validator.json'], 'nothing is left beside it')
})

test('a key file whose password is not changed stays as it was, to the byte', async (t) => {
  const path = await created(t)
  const rows: readonly (readonly [string, object, string])[] = [
    ['the old password is wrong', { password: 'wrong horse battery', protection: { password } }, 'keys/wrong-password'],
    ['the old password is missing', { protection: { password } }, 'keys/password-required'],
    ['the new password is too short', { password, protection: { password: 'short' } }, 'keys/bad-password'],
  ]
  for (const [name, options, code] of rows) {
    const refused = await protectKeystore({ path, ...options } as Parameters<typeof protectKeystore>[0])
    t.match(refused, { ok: false, error: { code } }, name)
    t.equal(readFileSync(path, 'utf8'), original, name)
  }
  t.same(readdirSync(join(path, '..')), ['validator.json'])
})

test('a disk that refuses the new file leaves the old one', { skip: process.platform === 'win32' }, async (t) => {
  const path = await created(t)
  // Too long for what is written first beside it, and not for the key itself.
  const long = join(path, '..', `${'k'.repeat(245)}.json`)
  writeFileSync(long, original ?? '', { mode: 0o600 })
  t.match(await protectKeystore({ path: long, password, protection: { unencrypted: true } }), { ok: false, error: { code: 'keys/io' } })
  t.equal(readFileSync(long, 'utf8'), original)
})

test('a link to a key file stays a link', { skip: process.platform === 'win32' }, async (t) => {
  const path = await created(t)
  const link = join(path, '..', '..', 'link.json')
  symlinkSync(path, link)
  t.match(await protectKeystore({ path: link, password, protection: { unencrypted: true } }), { ok: true })
  t.ok(lstatSync(link).isSymbolicLink())
  t.match(await readKeystoreInfo(path), { ok: true, value: { encrypted: false } })
})
