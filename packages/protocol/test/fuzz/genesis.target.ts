import { assert, equalBytes } from '@hanse/primitives'
import { canonicalJsonBytes, DEFAULT_CHAIN_PARAMS, encodeGenesis, genesisHash, type Json, parseGenesis } from '@hanse/protocol'
import { hashOf } from '../support/consensus-fixtures.ts'

function genesisJson(validators: number, modules: readonly Json[]): Json {
  return {
    version: 1,
    chainId: 1,
    name: 'test',
    timeMs: 1_800_000_000_000,
    params: { ...DEFAULT_CHAIN_PARAMS },
    validators: Array.from({ length: validators }, (_, index) => ({
      organization: `org-${index}`,
      consensusKey: { algorithm: 1, bytes: hashOf(index + 1) },
      peerId: `peer-${index}`,
      addresses: [`/ip4/127.0.0.1/tcp/${9_000 + index}`],
    })),
    modules,
  }
}

const GENESES = [
  genesisJson(4, []),
  genesisJson(7, [
    { name: 'organizations', version: 1, genesis: { parties: [] } },
    { name: 'settlement', version: 1 },
  ]),
]

function canonical(json: Json): Uint8Array {
  const bytes = canonicalJsonBytes(json)
  assert(bytes.ok, 'a genesis has a canonical form')
  return bytes.value
}

function jsonOf(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Json
  } catch {
    return undefined
  }
}

/** `file`: the bytes as they stand. `json`: what came another way, in any order. */
export const target = {
  name: 'genesis',
  promise: 'a genesis that is read is one that a chain can start from, and has one file and one hash; nothing throws',
  shape: 'text',
  seeds: () => ['file', 'json'].flatMap((label) => GENESES.map((json) => ({ label, bytes: canonical(json) }))),
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string => {
    const source = label === 'file' ? bytes : jsonOf(bytes)
    if (source === undefined) return 'no JSON'
    const chain = parseGenesis(source)
    if (!chain.ok) return `${chain.error.code} ${chain.error.path?.replace(/\d+/g, 'n') ?? ''}`
    const { genesis, genesisHash: hash } = chain.value
    if (label === 'file' && !equalBytes(encodeGenesis(genesis), bytes)) throw new Error('taken, and its file is another one')
    const again = parseGenesis(encodeGenesis(genesis))
    if (!again.ok || again.value.genesisHash !== hash || genesisHash(genesis) !== hash) throw new Error('it does not read back')
    return 'accepted'
  },
}
