/**
 * Which package may import which, in rings: an import points inwards only. The one place where this is decided;
 * docs/ARCHITECTURE.md draws it. A new package, or a new library in one, is a line here and a reason in its change.
 * @typedef {object} Place
 * @property {'pure' | 'adapter' | 'root' | 'edge'} ring
 * @property {readonly string[]} packages of ours, by their folder's name
 * @property {readonly string[]} libraries of others
 * @property {boolean} onNode whether it may import `node:*`
 * @property {readonly string[]} [doors] entries beside its `index.ts`, as `exports` of its package.json names them
 */

const CORE = ['primitives', 'protocol']
const REPLICA = [...CORE, 'crypto', 'consensus', 'mempool', 'state', 'modules', 'replica']
const ADAPTERS = ['ports', 'crypto-native', 'storage', 'indexer', 'p2p', 'rpc']
/** What a program that starts nodes and talks to them is put together from. */
const NETWORK = [...REPLICA, ...ADAPTERS, 'node', 'sdk']
const LIBP2P = ['@chainsafe/libp2p-noise', '@chainsafe/libp2p-yamux', '@libp2p/*', '@multiformats/multiaddr', 'libp2p']

/** @type {Readonly<Record<string, Place>>} */
export const PLACES = {
  primitives: pure([]),
  protocol: pure(['primitives'], ['@noble/hashes', 'protobufjs']),
  crypto: pure(CORE, ['@noble/curves', '@noble/hashes']),
  consensus: pure(CORE),
  mempool: pure(CORE),
  // What measures a part by itself stands before a door of its own, here and in p2p and rpc.
  state: { ...pure(CORE), doors: ['./tree'] },
  modules: pure([...CORE, 'crypto', 'state'], ['protobufjs']),
  replica: pure([...CORE, 'crypto', 'consensus', 'mempool', 'state']),

  ports: { ring: 'adapter', packages: CORE, libraries: [], onNode: false },
  'crypto-native': adapter(['crypto'], ['sodium-native']),
  storage: adapter([], ['classic-level']),
  // For what has nothing else to do than to wait for SQLite.
  indexer: { ...adapter([]), doors: ['./local'] },
  // For what reads addresses and opens no connection.
  p2p: { ...adapter([], LIBP2P), doors: ['./addresses', './framing'] },
  rpc: { ...adapter([], ['fastify', 'prom-client', 'ws']), doors: ['./requests'] },

  // For commands that start no node, and for that which starts nothing else: what they load is what their user waits for.
  node: {
    ...onNode('root', [...REPLICA, ...ADAPTERS], ['pino', 'smol-toml', 'zod']),
    doors: ['./outside', './run', './folder', './vote-guard'],
  },
  // Engines alone: what it drives, and what they are written in.
  explorer: onNode('root', [...CORE, 'consensus'], []),
  simulator: onNode('root', [...REPLICA, 'ports', 'crypto-native', 'storage'], []),

  // Its own door is for browsers too; what needs Node stands behind another, and what it throws behind the last, without the modules.
  sdk: {
    ...{ ring: 'edge', packages: [...CORE, 'crypto', 'crypto-native', 'state', 'modules'], libraries: [], onNode: false },
    doors: ['./node', './errors'],
  },
  documents: { ring: 'edge', packages: [...CORE, 'modules'], libraries: ['saxes'], onNode: false },
  // Whoever makes its genesis, signs with a demo key or plays a story starts no network.
  devnet: { ...onNode('edge', [...NETWORK, 'documents'], ['commander', 'picocolors']), doors: ['./genesis', './keys', './stories'] },
  // What it shows at a terminal stands behind a door of its own.
  cli: {
    ...onNode('edge', [...NETWORK, 'documents', 'devnet'], ['commander', 'nanotar', 'oxc-parser', 'picocolors']),
    doors: ['./progress'],
  },
  // Finds what it feeds in the tests of the others.
  fuzz: onNode('edge', CORE, []),
  // Judges other people’s test suites.
  conformance: onNode('edge', [...CORE, 'documents'], []),
  bench: onNode('edge', [...NETWORK, 'devnet', 'cli'], []),
  chaos: onNode('edge', [...NETWORK, 'devnet', 'cli', 'bench'], []),
}

function pure(packages, libraries = []) {
  return { ring: 'pure', packages, libraries, onNode: false }
}

/** Adapters never import each other: what they share is a type in `ports`. */
function adapter(packages, libraries = []) {
  return { ring: 'adapter', packages: [...CORE, 'ports', ...packages], libraries, onNode: true }
}

function onNode(ring, packages, libraries) {
  return { ring, packages, libraries, onNode: true }
}
