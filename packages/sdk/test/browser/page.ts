import { createClient, type Signer, verifyTransactionProof } from '@hanse/sdk'

/** What the test gives the page, in the address's fragment. */
interface Given {
  readonly url: string
  readonly genesisHash: `0x${string}`
  /** PKCS #8, 0x-hex. */
  readonly privateKey: string
  readonly publicKey: string
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** A key that the browser keeps and gives nobody: this is what an external signer looks like. */
async function browserSigner({ privateKey, publicKey }: Given): Promise<Signer> {
  const key = await crypto.subtle.importKey('pkcs8', bytesOf(privateKey), 'Ed25519', false, ['sign'])
  const sign = async (message: Uint8Array): Promise<Uint8Array> =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(message)))
  return { publicKey: bytesOf(publicKey), sign }
}

async function useTheChain(given: Given): Promise<object> {
  const { url, genesisHash } = given
  const client = createClient({ url, genesisHash, signers: [await browserSigner(given)] })
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '31415', reference: 'from a page' } as const
  const receipt = await client.settlement.transfer(params)
  const proof = await client.callRaw('tx_getProof', { hash: receipt.txId })
  const { genesis } = await client.chain()
  const proven = verifyTransactionProof(proof, { genesis })
  const forged = verifyTransactionProof({ ...(proof as object), index: 1 }, { genesis })
  const balance = await client.settlement.proof.balance({ partyId: 'nanhai', currency: 'CNY' })
  const absent = await client.settlement.proof.balance({ partyId: 'tax', currency: 'CNY' })
  const refusal = await client.settlement.transfer({ ...params, amount: '99999999999999999' }).catch((error: unknown) => error)
  let seen: object | undefined
  for await (const { data } of client.subscribe('transactions', { from: receipt.height, filter: { module: 'settlement' } })) {
    seen = { hash: data.hash, outcome: data.receipt.outcome }
    break
  }
  const refused = (refusal as { readonly rejection?: { readonly code: string } }).rejection?.code
  return { receipt, proven: proven.ok, forged: forged.ok, balance, absent, refused, seen }
}

const given = JSON.parse(decodeURIComponent(location.hash.slice(1))) as Given
useTheChain(given).then(
  (outcome) => Object.assign(globalThis, { outcome }),
  (error: unknown) => Object.assign(globalThis, { outcome: { error: String(error), stack: (error as Error).stack } }),
)
