import { buildTransaction, createClient, generateKeyPair } from '@hanse/sdk'
import { test } from 'tap'
import { CHAIN } from '../../node/test/support/solo-genesis.ts'

/** As plain JavaScript has it: what the compiler would refuse, too. */
type Loose = Readonly<Record<string, (...given: readonly unknown[]) => Promise<unknown>>>

const url = 'http://127.0.0.1:1'
const signer = generateKeyPair()

/** A client whose node must not be asked. */
function silent(): { readonly loose: Loose; readonly settlement: Readonly<Record<'query' | 'proof', Loose>> & Loose } {
  const fetch = (() => {
    throw new Error('nothing is asked')
  }) as typeof globalThis.fetch
  const client = createClient({ url, fetch, signers: [signer] })
  return { loose: client as never, settlement: client.settlement as never }
}

function unknownOption(path: string, hint: RegExp) {
  return { name: 'HanseError', rejection: { code: 'sdk/unknown-option', path, hint } }
}

test('an option that does not exist is refused before anything is asked, and says what was meant', async (t) => {
  const { loose, settlement } = silent()
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '5', reference: 'x' }
  const calls = [{ module: 'settlement', command: 'transfer', params }]
  const key = { partyId: 'nanhai', currency: 'CNY' }
  const rows: readonly (readonly [() => Promise<unknown> | undefined, string, RegExp])[] = [
    [() => settlement['transfer']?.(params, { clientref: 'r-2' }), 'clientref', /^Did you mean clientRef\? It has /],
    [() => settlement['transfer']?.(params, { calls }), 'calls', /^It has .*onSigned/],
    [() => loose['transact']?.({ calls, coSigners: [signer] }), 'coSigners', /^Did you mean signers\?/],
    [() => loose['transact']?.({ calls, chain: CHAIN }), 'chain', /calls, expiresAtMs, clientRef, sequence/],
    [() => loose['sendAndWait']?.({}, { timeoutms: 5 }), 'timeoutms', /^Did you mean timeoutMs\?/],
    [() => loose['waitForReceipt']?.(CHAIN.genesisHash, { timeout: 5 }), 'timeout', /^Did you mean timeoutMs\?/],
    [() => loose['call']?.('chain_getHeight', {}, { timeout: 5 }), 'timeout', /^Did you mean timeoutMs\?/],
    [() => settlement.query['balance']?.(key, { heigth: 5 }), 'heigth', /^Did you mean height\?/],
    [() => settlement.proof['balance']?.(key, { heigth: 5 }), 'heigth', /^Did you mean height\?/],
  ]
  for (const [attempt, path, hint] of rows) await t.rejects(async () => await attempt(), unknownOption(path, hint), path)
  const subscription = createClient({ url }).subscribe('blocks', { form: 5 } as object)
  await t.rejects(subscription.next(), unknownOption('form', /^Did you mean from\?/))
  await t.rejects(async () => await settlement['transfer']?.(params, 'r-2'), {
    name: 'HanseError',
    rejection: { code: 'sdk/unknown-option', hint: /^It has/ },
  })
})

test('so it is where nothing is asked at all', (t) => {
  const build = { chain: CHAIN, sender: signer.address, calls: [] }
  t.throws(() => buildTransaction({ ...build, clientref: 'r-2' } as never), unknownOption('clientref', /^Did you mean clientRef\?/))
  t.throws(
    () => createClient({ url, genesishash: CHAIN.genesisHash } as never),
    unknownOption('genesishash', /^Did you mean genesisHash\?/),
  )
  t.throws(() => createClient({ url, apiKey: 'x' } as never), unknownOption('apiKey', /headers/))
  t.end()
})
