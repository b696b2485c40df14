/** One line of CometBFT's config.toml; `value` is written as it stands. */
export interface Setting {
  /** Empty for what stands before the first section. */
  readonly section: string
  readonly key: string
  readonly value: string
}

/** The text with these settings. A setting that is not in it is an error: it would change nothing. */
export function withSettings(toml: string, settings: readonly Setting[]): string {
  const lines = toml.split('\n')
  for (const { section, key, value } of settings) {
    const at = lineOf(lines, section, key)
    if (at === undefined) throw new Error(`config.toml has no ${key}${section === '' ? '' : ` in [${section}]`}`)
    lines[at] = `${key} = ${value}`
  }
  return lines.join('\n')
}

function lineOf(lines: readonly string[], section: string, key: string): number | undefined {
  let current = ''
  for (const [index, line] of lines.entries()) {
    const header = /^\[([^[\]]+)\]\s*$/.exec(line)?.[1]
    if (header !== undefined) current = header
    else if (current === section && line.startsWith(key) && /^\s*=/.test(line.slice(key.length))) return index
  }
  return undefined
}

/** How CometBFT is set, and how much is then kept in flight when as much as fits is offered. */
export interface Configuration {
  readonly name: string
  readonly settings: readonly Setting[]
  /** Of the nodes' processes, beside what they inherit. */
  readonly env?: Readonly<Record<string, string>>
  readonly inFlight: number
}

/** As `cometbft testnet` writes it. Its pool takes 5,000 transactions. */
export const DEFAULT_CONFIGURATION: Configuration = { name: 'default', settings: [], inFlight: 4_500 }

function set(section: string, key: string, value: string): Setting {
  return { section, key, value }
}

/** The transport that is to follow the library's own: it needs to be told of its peers in another way. */
export const LIBP2P: Setting = set('p2p.libp2p', 'enabled', 'true')

const BEST_SETTINGS: readonly Setting[] = [
  set('consensus', 'timeout_commit', '"0s"'),
  set('consensus', 'skip_timeout_commit', 'true'),
  set('consensus', 'peer_gossip_sleep_duration', '"10ms"'),
  set('mempool', 'recheck', 'false'),
  set('mempool', 'size', '50000'),
  set('mempool', 'cache_size', '200000'),
  set('mempool', 'experimental_max_gossip_connections_to_persistent_peers', '1'),
  set('p2p', 'send_rate', '512000000'),
  set('p2p', 'recv_rate', '512000000'),
  set('p2p', 'max_packet_msg_payload_size', '65536'),
  set('p2p', 'pex', 'false'),
  set('tx_index', 'indexer', '"null"'),
  set('storage', 'discard_abci_responses', 'true'),
  set('', 'log_level', '"error"'),
]

export const BEST_CONFIGURATION: Configuration = { name: 'best', settings: BEST_SETTINGS, env: { GOGC: '400' }, inFlight: 2_000 }

function changed(name: string, ...settings: readonly Setting[]): Configuration {
  const isChanged = ({ section, key }: Setting): boolean => settings.some((other) => other.section === section && other.key === key)
  return {
    name,
    settings: [...BEST_SETTINGS.filter((setting) => !isChanged(setting)), ...settings],
    ...{ inFlight: BEST_CONFIGURATION.inFlight, env: BEST_CONFIGURATION.env ?? {} },
  }
}

/** What was tried beside the best one: it, with one thing otherwise. `--tune yes` measures them all. */
export const TRIED_CONFIGURATIONS: readonly Configuration[] = [
  BEST_CONFIGURATION,
  changed('timeout_commit 1s', set('consensus', 'timeout_commit', '"1s"'), set('consensus', 'skip_timeout_commit', 'false')),
  changed('timeout_commit 200ms', set('consensus', 'timeout_commit', '"200ms"'), set('consensus', 'skip_timeout_commit', 'false')),
  changed('gossip sleep 100ms', set('consensus', 'peer_gossip_sleep_duration', '"100ms"')),
  changed('gossip sleep 2ms', set('consensus', 'peer_gossip_sleep_duration', '"2ms"')),
  changed('recheck', set('mempool', 'recheck', 'true')),
  changed('gossip to all peers', set('mempool', 'experimental_max_gossip_connections_to_persistent_peers', '0')),
  changed('gossip to 2 peers', set('mempool', 'experimental_max_gossip_connections_to_persistent_peers', '2')),
  changed('packets of 1 KB', set('p2p', 'max_packet_msg_payload_size', '1024')),
  changed('rate of 5 MB/s', set('p2p', 'send_rate', '5120000'), set('p2p', 'recv_rate', '5120000')),
  changed('flush after 100ms', set('p2p', 'flush_throttle_timeout', '"100ms"')),
  changed('index kv', set('tx_index', 'indexer', '"kv"'), set('storage', 'discard_abci_responses', 'false')),
  changed('log info', set('', 'log_level', '"info"')),
  changed('libp2p', LIBP2P),
  { ...BEST_CONFIGURATION, name: 'GOGC=100', env: { GOGC: '100' } },
  changed('pebbledb', set('', 'db_backend', '"pebbledb"')),
  { ...BEST_CONFIGURATION, name: '500 in flight', inFlight: 500 },
  { ...BEST_CONFIGURATION, name: '8,000 in flight', inFlight: 8_000 },
]
