/**
 * What to type where the hint of the node or of the SDK is for programs: which words of the command line help. By code; the hint itself
 * stands where a code is not here.
 */
const TRY: Readonly<Record<string, string>> = {
  'sdk/unreachable': 'start a node (hanse node run, or npm run devnet), or name another one: --rpc URL',
  'rpc/unknown-method': 'hanse rpc rpc.discover lists all methods',
  'rpc/bad-params': 'hanse rpc rpc.discover has the schema of each method',
  'rpc/needs-websocket': 'subscribe from a program: docs/integrating.md, "Subscriptions"',
  'rpc/unauthorized': 'put the access key of your organization in HANSE_RPC_KEY',
  'rpc/foreign-host': '--rpc with 127.0.0.1 or localhost, or add the name to rpc.hostNames in the node’s config.toml',
  'node/syncing': 'hanse node status tells how far it is; or ask another node: --rpc URL',
  'query/unknown-module': 'hanse query --help lists those of this software; hanse rpc rpc.discover has all, under x-modules',
  'query/unknown-query': 'hanse query --help lists those of this software; hanse rpc rpc.discover has all, under x-modules',
  'chain/unknown-block': 'hanse block show, without a height, shows the head',
  'state/unknown-height': 'hanse rpc chain_getHeight tells the head',
  'tx/not-final': 'hanse tx show HASH tells the status',
  'tx/wait-timed-out': 'hanse tx wait HASH',
  'tx/unknown-module': 'hanse rpc rpc.discover lists the modules under x-modules',
  'tx/unknown-command': 'hanse rpc rpc.discover lists the commands under x-modules',
  'pool/expired': 'hanse tx build it again, with a larger --expires-in',
  'pool/expiry-too-far': 'hanse tx build it again, with a smaller --expires-in',
  'pool/wrong-chain': 'hanse tx build it again at a node of the chain: --rpc URL',
  'p2p/unknown-peer': 'hanse rpc admin_listPeers lists them',
  'admin/unknown-key': 'hanse rpc admin_listApiKeys lists them',
  'organizations/unknown-party': 'hanse query organizations parties lists them',
}

export function tryThis(code: string): string | undefined {
  return Object.hasOwn(TRY, code) ? TRY[code] : undefined
}
