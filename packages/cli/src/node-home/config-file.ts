export interface ConfigChoices {
  readonly organization: string
  readonly isValidator: boolean
  readonly passwordFile?: string
  readonly listen: string
  readonly rpcPort: number
  readonly metricsPort: number
}

const quoted = (text: string): string => JSON.stringify(text)

/** A first configuration: what was chosen, and what there is to choose, with a word on each. docs/operating.md has the whole list. */
export function configFile(choices: ConfigChoices): string {
  const { organization, isValidator, passwordFile, listen, rpcPort, metricsPort } = choices
  return `# Configuration of a Hanse node. Paths are relative to this file. docs/operating.md lists every setting.

# As in the genesis file's validator record.
organization = ${quoted(organization)}

# The same file at every member; \`hanse genesis verify\` shows its hash.
genesis = "genesis.json"

# Blocks, state and the write-ahead log. Never copy it from a running node, never share it.
dataDir = "data"

[keys]
${isValidator ? '# Votes. The vote guard lies beside it: the two move together, and never back to an older state.\nconsensus = "keys/consensus.json"' : '# No consensus key: this node follows the chain and does not vote.'}
# Proves to other nodes who this is.
identity = "keys/identity.json"
# File whose first line is the password of the keys. Without it: HANSE_PASSWORD, else a prompt.
${passwordFile === undefined ? '# passwordFile = "/run/secrets/hanse-password"' : `passwordFile = ${quoted(passwordFile)}`}

[p2p]
# Where this node waits for the other members.
listen = [${quoted(listen)}]

# Where to reach a member, if not where the genesis file says:
# [p2p.addresses]
# bank-b = ["bank-b.example:10545"]

[rpc]
# Loopback only: whoever can call it can use the node.
host = "127.0.0.1"
port = ${rpcPort}

[metrics]
host = "127.0.0.1"
port = ${metricsPort}

[log]
# fatal, error, warn, info, debug or trace
level = "info"
`
}
