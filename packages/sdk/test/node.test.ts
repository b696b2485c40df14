import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKeystore } from '@hanse/crypto-native'
import { addressOf, createClient } from '@hanse/sdk'
import { openSigner } from '@hanse/sdk/node'
import { test } from 'tap'
import { CHAIN, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'

const { seed, address } = operatorKey('bank-a', 'maker')
const password = 'correct horse battery'

test('a key file signs: its password comes as a text or by a function that is asked only when it is needed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'hanse-sdk-keys-'))
  const { url, stop } = await serve()
  t.teardown(async () => {
    await stop()
    await rm(folder, { recursive: true })
  })
  const pathOf = (name: string): string => join(folder, name)
  await createKeystore({ path: pathOf('locked.json'), purpose: 'account', seed, password })
  await createKeystore({ path: pathOf('open.json'), purpose: 'account', seed, unencrypted: true })
  await createKeystore({ path: pathOf('consensus.json'), purpose: 'consensus', seed, unencrypted: true })
  let asked = 0
  const ask = async (): Promise<string> => {
    asked += 1
    return password
  }
  const signer = await openSigner(pathOf('locked.json'), { password: ask })
  t.equal(addressOf(signer), address)
  t.equal(addressOf(await openSigner(pathOf('locked.json'), { password })), address)
  t.equal(addressOf(await openSigner(pathOf('open.json'), { password: ask })), address)
  t.equal(asked, 1)
  const client = createClient({ url, genesisHash: CHAIN.genesisHash, signers: [signer] })
  t.match(await client.settlement.transfer({ from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '1', reference: 'x' }), {
    outcome: 'success',
  })
  await chmod(pathOf('open.json'), 0o644)
  const rows: readonly (readonly [() => Promise<unknown>, string])[] = [
    [() => openSigner(pathOf('locked.json')), 'keys/password-required'],
    [() => openSigner(pathOf('locked.json'), { password: 'another password' }), 'keys/wrong-password'],
    [() => openSigner(pathOf('consensus.json')), 'keys/wrong-purpose'],
    [() => openSigner(pathOf('none.json')), 'keys/not-found'],
    [() => openSigner(pathOf('open.json')), 'keys/permissions'],
  ]
  for (const [opening, code] of rows) await t.rejects(opening, { name: 'HanseError', rejection: { code } }, code)
})
