import {
  checkChainParams,
  DEFAULT_CHAIN_PARAMS,
  EMPTY_MERKLE_ROOT,
  encodeGenesis,
  type Genesis,
  genesisHash,
  genesisHeader,
  genesisValidatorSet,
  headerCodec,
  type Json,
  type ModuleEntry,
  type ModuleSet,
  modulesInForce,
  modulesOfParams,
  paramsHash,
  parseGenesis,
  validatorSetHash,
} from '@hanse/protocol'
import { test } from 'tap'
import { hashOf, validatorNumber } from './support/consensus-fixtures.ts'

function genesisOf(fields: Partial<Genesis> = {}): Genesis {
  return {
    version: 1,
    chainId: 20_260,
    name: 'test chain',
    timeMs: 1_790_000_000_000,
    params: DEFAULT_CHAIN_PARAMS,
    validators: [0, 1, 2, 3].map(validatorNumber),
    modules: [
      { name: 'organizations', version: 1, genesis: { parties: [] } },
      { name: 'settlement', version: 1 },
    ],
    ...fields,
  }
}

test('a genesis is read back from its bytes, with its hash', (t) => {
  const genesis = genesisOf()
  const bytes = encodeGenesis(genesis)
  const chain = parseGenesis(bytes)
  t.match(chain, { ok: true, value: { genesis, genesisHash: genesisHash(genesis) } })
  t.equal(Buffer.from(bytes).toString('utf8').slice(0, 12), '{"chainId":2')
  const json = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json
  t.match(parseGenesis(json), { ok: true, value: { genesisHash: genesisHash(genesis) } }, 'and from JSON, whatever its order')
  t.end()
})

test('bytes that are not the canonical ones are refused', (t) => {
  const text = Buffer.from(encodeGenesis(genesisOf())).toString('utf8')
  const rows: readonly (readonly [string, string])[] = [
    [`${text}\n`, 'encoding/not-canonical'],
    [text.replace('{"chainId":20260,', '{"chainId":20260,"chainId":20260,'), 'encoding/not-canonical'],
    [text.slice(0, -1), 'encoding/malformed'],
    ['[]', 'encoding/bad-field'],
    ['null', 'encoding/bad-field'],
  ]
  for (const [source, code] of rows) t.match(parseGenesis(Buffer.from(source)), { ok: false, error: { code } })
  t.match(parseGenesis(Buffer.from(`${text}\n`)), { error: { hint: /untouched copy/ } }, 'nobody mends a genesis')
  t.match(parseGenesis(new Uint8Array(4 * 1024 * 1024 + 1)), { ok: false, error: { code: 'genesis/too-large' } })
  t.end()
})

test('what no chain can start from is refused, with its place', (t) => {
  const validators = [0, 1, 2, 3].map(validatorNumber)
  const withLast = (fields: object): Partial<Genesis> => ({ validators: [...validators.slice(0, 3), { ...validatorNumber(3), ...fields }] })
  const rows: readonly (readonly [string, object, string, string])[] = [
    ['three validators', { validators: validators.slice(0, 3) }, 'encoding/bad-field', 'validators'],
    ['an organization twice', withLast({ organization: 'org-1' }), 'genesis/bad-validators', 'validators.3.organization'],
    [
      'a consensus key twice',
      withLast({ consensusKey: validatorNumber(2).consensusKey }),
      'genesis/bad-validators',
      'validators.3.consensusKey',
    ],
    ['a peer id twice', withLast({ peerId: 'peer-0' }), 'genesis/bad-validators', 'validators.3.peerId'],
    [
      'another algorithm',
      withLast({ consensusKey: { algorithm: 2, bytes: hashOf(9) } }),
      'genesis/bad-validators',
      'validators.3.consensusKey.algorithm',
    ],
    ['a module twice', { modules: ['a', 'b', 'a'].map((name) => ({ name, version: 1 })) }, 'genesis/bad-modules', 'modules.2.name'],
    ['a module without version', { modules: [{ name: 'a', version: 0 }] }, 'encoding/bad-field', 'modules.0.version'],
    ['no window', { params: { ...DEFAULT_CHAIN_PARAMS, window: 0 } }, 'genesis/bad-params', 'params.window'],
    ['a parameter nobody knows', { params: { ...DEFAULT_CHAIN_PARAMS, gas: 1 } }, 'encoding/bad-field', 'params.gas'],
    ['another version', { version: 2 }, 'encoding/bad-field', 'version'],
    ['chain id 0', { chainId: 0 }, 'encoding/bad-field', 'chainId'],
    ['a chain id that JSON cannot hold', { chainId: 2 ** 53 }, 'encoding/bad-field', 'chainId'],
  ]
  for (const [name, fields, code, path] of rows) {
    t.match(parseGenesis({ ...genesisOf(), ...fields } as unknown as Json), { ok: false, error: { code, path } }, name)
  }
  t.end()
})

test('every parameter has bounds', (t) => {
  t.equal(checkChainParams(DEFAULT_CHAIN_PARAMS), undefined)
  for (const name of Object.keys(DEFAULT_CHAIN_PARAMS)) {
    for (const value of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      t.match(
        checkChainParams({ ...DEFAULT_CHAIN_PARAMS, [name]: value }),
        { code: 'genesis/bad-params', path: `params.${name}` },
        `${name} ${value}`,
      )
    }
  }
  t.end()
})

test('height 0 follows from the genesis and the state it makes', (t) => {
  const genesis = genesisOf()
  const header = genesisHeader({ genesis, genesisHash: genesisHash(genesis) }, hashOf(5))
  t.match(header, {
    height: 0,
    epoch: 0,
    parent: hashOf(0),
    timeMs: genesis.timeMs,
    stateRoot: hashOf(5),
    txRoot: EMPTY_MERKLE_ROOT,
    validatorSetHash: validatorSetHash(genesisValidatorSet(genesis)),
    nextValidatorSetHash: validatorSetHash(genesisValidatorSet(genesis)),
    paramsHash: paramsHash(DEFAULT_CHAIN_PARAMS),
  })
  t.match(headerCodec.decode(headerCodec.encode(header)), { ok: true, value: header })
  t.not(paramsHash({ ...DEFAULT_CHAIN_PARAMS, window: 9 }), paramsHash(DEFAULT_CHAIN_PARAMS))
  t.end()
})

test('paramsHash names the modules that are no part of the software, and those that a vote brought', (t) => {
  const own = { name: 'loyalty', version: 1, hash: hashOf(1) }
  const { params, modules } = genesisOf({ modules: [...genesisOf().modules, own] })
  const NONE = { active: [], scheduled: [] }
  const hashWith = (list: readonly ModuleEntry[], set: ModuleSet = NONE): string => paramsHash(params, modulesOfParams(list, set))
  t.equal(hashWith(genesisOf().modules), paramsHash(params), 'nothing to name')
  t.not(hashWith(modules), paramsHash(params))
  t.equal(genesisHeader({ genesis: genesisOf({ modules }), genesisHash: hashOf(2) }, hashOf(3)).paramsHash, hashWith(modules))
  t.not(hashWith(modules), hashWith([...genesisOf().modules, { ...own, hash: hashOf(4) }]), 'another package')
  const voted = (module: ModuleEntry): ModuleSet => ({ active: [{ proposal: '1', module, height: 7 }], scheduled: [] })
  t.same(modulesOfParams(modules, voted({ name: 'escrow', version: 2 })), [own, { name: 'escrow', version: 2 }])
  const next = { name: 'loyalty', version: 2, hash: hashOf(5) }
  t.same(
    modulesInForce(modules, voted(next)).map(({ name, version }) => `${name} ${version}`),
    ['organizations 1', 'settlement 1', 'loyalty 2'],
  )
  t.same(modulesOfParams(modules, { active: [], scheduled: voted(next).active }), [own], 'what is scheduled is not in force')
  t.end()
})
