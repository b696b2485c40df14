import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeystore } from '@hanse/crypto-native'
import { encodeGenesis } from '@hanse/protocol'
import { type Test, test } from 'tap'
import { readGenesis, readNodeHome } from '../src/home.ts'
import { consensusSeed, identitySeed, temporaryFolder, testChain } from './support/test-chain.ts'

const CHAIN = testChain()
const PASSWORD = 'correct horse battery'

interface HomeOptions {
  readonly password?: string
  readonly config?: string
}

async function makeHome(t: Test, { password, config = '' }: HomeOptions = {}): Promise<string> {
  const home = await temporaryFolder(t)
  await mkdir(join(home, 'keys'))
  await writeFile(join(home, 'genesis.json'), encodeGenesis(CHAIN.genesis))
  await writeFile(join(home, 'config.toml'), `organization = "bank-a"\n[keys]\nconsensus = "keys/consensus.json"\n${config}`)
  const protection = password === undefined ? ({ unencrypted: true } as const) : { password }
  const keys = [
    { path: join(home, 'keys', 'consensus.json'), purpose: 'consensus', seed: consensusSeed('bank-a') },
    { path: join(home, 'keys', 'identity.json'), purpose: 'node', seed: identitySeed('bank-a') },
  ] as const
  for (const key of keys) {
    const made = await createKeystore({ ...key, ...protection })
    if (!made.ok) throw new Error(made.error.message)
  }
  return home
}

const SEEDS = { identitySeed: identitySeed('bank-a'), consensusSeed: consensusSeed('bank-a') }

/** Answers with `password`, and counts. */
function asker(password: string | undefined): { ask: () => Promise<string | undefined>; times: number } {
  const state = { times: 0, ask: async () => password }
  state.ask = async () => {
    state.times += 1
    return password
  }
  return state
}

test('a home gives configuration, chain and keys', async (t) => {
  const { ask } = asker(undefined)
  const home = await makeHome(t)
  const read = await readNodeHome(home, ask)
  t.match(read, { ok: true, value: { config: { organization: 'bank-a' }, chain: { genesisHash: CHAIN.genesisHash }, ...SEEDS } })
})

test('without a consensus key it is an observer’s', async (t) => {
  const home = await makeHome(t)
  await writeFile(join(home, 'config.toml'), 'organization = "auditor"')
  const read = await readNodeHome(home, asker(undefined).ask)
  t.ok(read.ok && read.value.consensusSeed === undefined)
})

test('one password opens both keys: from a file, from the environment, or asked for once', async (t) => {
  t.teardown(() => {
    delete process.env['HANSE_PASSWORD']
  })
  const home = await makeHome(t, { password: PASSWORD })
  const person = asker(PASSWORD)
  t.match(await readNodeHome(home, person.ask), { ok: true, value: SEEDS })
  t.equal(person.times, 1)

  process.env['HANSE_PASSWORD'] = PASSWORD
  const unasked = asker('wrong')
  t.match(await readNodeHome(home, unasked.ask), { ok: true, value: SEEDS })
  process.env['HANSE_PASSWORD'] = 'wrong password'
  t.match(await readNodeHome(home, unasked.ask), {
    ok: false,
    error: { code: 'keys/wrong-password', hint: 'Mend HANSE_PASSWORD: it does not hold the password of this key.' },
  })

  const file = await makeHome(t, { password: PASSWORD, config: 'passwordFile = "password"\n' })
  t.match(await readNodeHome(file, unasked.ask), { ok: false, error: { code: 'keys/password-file', path: 'keys.passwordFile' } })
  await writeFile(join(file, 'password'), `${PASSWORD}\r\nsecond line\n`)
  t.match(await readNodeHome(file, unasked.ask), { ok: true, value: SEEDS })
  t.equal(unasked.times, 0)
})

test('nobody who could be asked, and a key that is not there', async (t) => {
  const home = await makeHome(t, { password: PASSWORD })
  t.match(await readNodeHome(home, asker(undefined).ask), { ok: false, error: { code: 'keys/password-required', hint: /password/ } })
  await writeFile(join(home, 'config.toml'), 'organization = "bank-a"\n[keys]\nidentity = "keys/other.json"')
  t.match(await readNodeHome(home, asker(undefined).ask), { ok: false, error: { code: /^keys\//, message: /other\.json/ } })
})

test('a genesis that is not there, or not one', async (t) => {
  const home = await makeHome(t)
  const path = join(home, 'genesis.json')
  t.match(await readGenesis(join(home, 'other.json')), {
    ok: false,
    error: { code: 'genesis/not-found', hint: /every node of a chain has the same file/ },
  })
  await writeFile(path, JSON.stringify({ version: 1 }))
  t.match(await readNodeHome(home, asker(undefined).ask), { ok: false, error: { code: String, message: String } })
  await writeFile(path, JSON.stringify(JSON.parse(Buffer.from(encodeGenesis(CHAIN.genesis)).toString()), null, 2))
  t.match(await readGenesis(path), { ok: false }, 'the same genesis, written otherwise, is another file')
})
