/** A command line, and what its process ends with. `{dir}`, `{rpc}` and `{hash}` are the fixture's. */
interface Outcome {
  readonly words: string
  readonly code: 0 | 1 | 2 | 3 | 4
}

export interface CommandRow {
  /** In this order: later ones may use what earlier ones made. With `--json` each writes one document, or lines of them. */
  readonly outcomes: readonly [Outcome, ...Outcome[]]
  /** What asks a node; with none there it ends with 3. */
  readonly asksNode?: boolean
  /** One document a line. */
  readonly isStream?: boolean
}

const RECORDS = ['a', 'b', 'c', 'd'].map((name) => `--validator {dir}/validator-${name}.json`).join(' ')
const CREATE = `genesis create --chain-id 7 --name test --state {dir}/state.json ${RECORDS} --out {dir}/new-genesis.json`
const TRANSFER = 'settlement.transfer from=bank-a to=nanhai currency=CNY amount=7 reference=x --sender maker'
const VERIFY = `keys verify --public-key 0x${'11'.repeat(32)} --signature 0x${'11'.repeat(64)}`

/** The exit codes, a row for every command: the test fails where a new command has none. */
export const COMMAND_ROWS: Readonly<Record<string, CommandRow>> = {
  'genesis create': {
    outcomes: [
      { words: CREATE, code: 0 },
      { words: CREATE, code: 1 },
      { words: 'genesis create --chain-id x --name test --validator v', code: 2 },
    ],
  },
  'genesis verify': {
    outcomes: [
      { words: 'genesis verify {dir}/new-genesis.json', code: 0 },
      { words: 'genesis verify {dir}/state.json', code: 1 },
    ],
  },
  'genesis hash': { outcomes: [{ words: 'genesis hash {dir}/new-genesis.json', code: 0 }] },
  'module new': {
    outcomes: [
      { words: 'module new points --dir {dir}/points', code: 0 },
      { words: 'module new points --dir {dir}/points', code: 1 },
      { words: 'module new Points --dir {dir}/others', code: 1 },
      { words: 'module new', code: 2 },
    ],
  },
  'module link': {
    outcomes: [
      { words: 'module link {dir}/points', code: 0 },
      { words: 'module link {dir}/nobody', code: 1 },
    ],
  },
  'module hash': {
    outcomes: [
      { words: 'module hash {dir}/points', code: 0 },
      { words: 'module hash {dir}', code: 1 },
    ],
  },
  'module check': {
    outcomes: [
      { words: 'module check {dir}/points', code: 0 },
      { words: 'module check {dir}/points --genesis {dir}/state.json', code: 1 },
      { words: 'module check {dir}/nobody', code: 1 },
    ],
  },
  'node init': {
    outcomes: [
      { words: 'node init --home {dir}/fresh --org auditor --observer --unencrypted', code: 0 },
      { words: 'node init --home {dir}/fresh --org auditor --observer --unencrypted', code: 1 },
      { words: 'node init --home {dir}/fresh2 --org bank-a --unencrypted', code: 2 },
      { words: 'node init --home {dir}/fresh3 --org auditor --observer --unencrypted --peer nobody@localhost:1', code: 1 },
    ],
  },
  'node run': { outcomes: [{ words: 'node run --home {dir}/nowhere', code: 1 }] },
  'node status': {
    outcomes: [
      { words: 'node status --rpc {rpc}', code: 0 },
      { words: 'node status --wait --rpc {rpc}', code: 0 },
      { words: 'node status --wait --timeout 1 --rpc http://127.0.0.1:9', code: 3 },
    ],
    asksNode: true,
  },
  'node doctor': { outcomes: [{ words: 'node doctor --home {dir}/nowhere', code: 1 }] },
  'node repair': { outcomes: [{ words: 'node repair --home {dir}/nowhere', code: 1 }] },
  'node reindex': { outcomes: [{ words: 'node reindex --home {dir}/nowhere', code: 1 }] },
  'snapshot create': { outcomes: [{ words: 'snapshot create --home {dir}/nowhere', code: 1 }] },
  'snapshot verify': {
    outcomes: [
      { words: 'snapshot verify {dir}/nowhere --genesis {dir}/new-genesis.json', code: 1 },
      { words: 'snapshot verify', code: 2 },
    ],
  },
  'snapshot restore': {
    outcomes: [
      { words: 'snapshot restore {dir}/nowhere --home {dir}/nowhere', code: 1 },
      { words: 'snapshot restore', code: 2 },
    ],
  },
  'snapshot list': { outcomes: [{ words: 'snapshot list --home {dir}/nowhere', code: 1 }] },
  'backup create': { outcomes: [{ words: 'backup create --home {dir}/nowhere', code: 1 }] },
  'backup restore': {
    outcomes: [
      { words: 'backup restore {dir}/nowhere --home {dir}/nowhere', code: 1 },
      { words: 'backup restore', code: 2 },
    ],
  },
  'recover status': { outcomes: [{ words: 'recover status --home {dir}/nowhere', code: 1 }] },
  'recover sign': {
    outcomes: [
      { words: `recover sign 0x${'11'.repeat(32)} --out {dir}/recovery.json --home {dir}/nowhere`, code: 1 },
      { words: `recover sign 0x${'11'.repeat(32)}`, code: 2 },
      { words: 'recover sign 12 --out {dir}/recovery.json', code: 2 },
    ],
  },
  'recover apply': {
    outcomes: [
      { words: 'recover apply {dir}/new-genesis.json --home {dir}/nowhere', code: 1 },
      { words: 'recover apply', code: 2 },
    ],
  },
  prune: {
    outcomes: [
      { words: 'prune --home {dir}/nowhere', code: 1 },
      { words: 'prune --keep 3', code: 2 },
    ],
  },
  'node inspect': { outcomes: [{ words: 'node inspect --home {dir}/nowhere', code: 1 }] },
  'node config show': { outcomes: [{ words: 'node config show --home {dir}/fresh', code: 0 }] },
  'node config validate': { outcomes: [{ words: 'node config validate --home {dir}/fresh', code: 1 }] },
  'config show': {
    outcomes: [
      { words: 'config show --home {dir}/fresh --effective', code: 0 },
      { words: 'config show --home {dir}/nowhere', code: 1 },
    ],
  },
  'config validate': { outcomes: [{ words: 'config validate {dir}/nowhere.toml', code: 1 }] },
  'debug bundle': {
    outcomes: [
      { words: 'debug bundle --home {dir}/fresh --out {dir}/bundle.tar.gz', code: 0 },
      { words: 'debug bundle --home {dir}/fresh --out {dir}/bundle.tar.gz', code: 1 },
    ],
  },
  doctor: { outcomes: [{ words: 'doctor --home {dir}/fresh', code: 1 }] },
  'keys new': {
    outcomes: [
      { words: 'keys new other --unencrypted', code: 0 },
      { words: 'keys new other --unencrypted', code: 1 },
      { words: 'keys new another --unencrypted --password-file x', code: 2 },
    ],
  },
  'keys list': { outcomes: [{ words: 'keys list', code: 0 }] },
  'keys import': {
    outcomes: [
      { words: 'keys import imported --file {dir}/seed --unencrypted', code: 0 },
      { words: 'keys import imported2 --file {dir}/state.json --unencrypted', code: 1 },
    ],
  },
  'keys export': {
    outcomes: [
      { words: 'keys export maker', code: 0 },
      { words: 'keys export maker --secret', code: 0 },
      { words: 'keys export nobody', code: 1 },
      { words: 'keys export maker --format pem', code: 2 },
    ],
  },
  'keys passwd': {
    outcomes: [
      { words: 'keys passwd other --unencrypted', code: 0 },
      { words: 'keys passwd other', code: 1 },
      { words: 'keys passwd other --unencrypted --new-password-file x', code: 2 },
    ],
  },
  'keys sign': {
    outcomes: [
      { words: 'keys sign maker --message hello', code: 0 },
      { words: 'keys sign nobody --message hello', code: 1 },
      { words: 'keys sign maker', code: 2 },
    ],
  },
  'keys verify': {
    outcomes: [
      { words: `${VERIFY} --message x`, code: 1 },
      { words: VERIFY, code: 2 },
    ],
  },
  'tx build': {
    outcomes: [
      { words: `tx build ${TRANSFER} --out {dir}/tx.json --rpc {rpc}`, code: 0 },
      { words: `tx build ${TRANSFER} --rpc {rpc}`, code: 0 },
      { words: 'tx build settlement.transfer amount=x --sender maker --rpc {rpc}', code: 1 },
      { words: 'tx build settlement.transfer', code: 2 },
    ],
    asksNode: true,
  },
  'tx sign': {
    outcomes: [
      { words: 'tx sign {dir}/tx.json --key maker --out {dir}/signed.json', code: 0 },
      { words: 'tx sign {dir}/tx.json --key other', code: 1 },
      { words: 'tx sign {dir}/tx.json', code: 2 },
    ],
  },
  'tx send': {
    outcomes: [
      { words: 'tx send {dir}/signed.json --rpc {rpc}', code: 0 },
      { words: 'tx send {dir}/signed.json --wait --rpc {rpc}', code: 0 },
      { words: 'tx send {dir}/tx.json --rpc {rpc}', code: 1 },
    ],
    asksNode: true,
  },
  'tx wait': {
    outcomes: [
      { words: 'tx wait {hash} --rpc {rpc}', code: 0 },
      { words: `tx wait 0x${'00'.repeat(32)} --timeout 1 --rpc {rpc}`, code: 4 },
    ],
    asksNode: true,
  },
  'tx show': { outcomes: [{ words: 'tx show {hash} --rpc {rpc}', code: 0 }], asksNode: true },
  'tx decode': {
    outcomes: [
      { words: 'tx decode {dir}/signed.json', code: 0 },
      { words: 'tx decode 0x00', code: 1 },
      { words: 'tx decode {dir}/seed-text', code: 2 },
    ],
  },
  'gov propose': {
    outcomes: [
      {
        words: 'gov propose activate-module name=loyalty version=2 --member bank-a --key bank-a-maker --key bank-a-checker --rpc {rpc}',
        code: 0,
      },
      { words: 'gov propose activate-module name=loyalty version=2 --member bank-a --key bank-b-maker --rpc {rpc}', code: 1 },
      { words: 'gov propose activate-modul name=loyalty --key bank-a-maker --rpc {rpc}', code: 2 },
      { words: 'gov propose activate-module name=loyalty version=2 --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'gov list': { outcomes: [{ words: 'gov list --status open --rpc {rpc}', code: 0 }], asksNode: true },
  'gov show': {
    outcomes: [
      { words: 'gov show 1 --rpc {rpc}', code: 0 },
      { words: 'gov show 99 --rpc {rpc}', code: 1 },
    ],
    asksNode: true,
  },
  'gov vote': {
    outcomes: [
      { words: 'gov vote 1 yes --member bank-b --key bank-b-maker --key bank-b-checker --rpc {rpc}', code: 0 },
      { words: 'gov vote 1 no --member bank-b --key bank-b-maker --key bank-b-checker --rpc {rpc}', code: 1 },
      { words: 'gov vote 1 perhaps --key bank-b-maker --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'join request': {
    outcomes: [
      {
        words: 'node init --home {dir}/joiner --org joiner --p2p joiner.example:7000 --unencrypted --genesis {dir}/genesis.json',
        code: 0,
      },
      { words: 'join request --home {dir}/joiner --party nanhai --out {dir}/joiner.json', code: 0 },
      { words: 'join request --home {dir}/fresh --out {dir}/nothing.json', code: 1 },
      { words: 'join request --home {dir}/joiner', code: 2 },
    ],
  },
  'join approve': {
    outcomes: [
      { words: 'join approve {dir}/joiner.json --member bank-a --key bank-a-maker --key bank-a-checker --rpc {rpc}', code: 0 },
      { words: 'join approve {dir}/joiner.json --member bank-b --key bank-b-maker --key bank-b-checker --rpc {rpc}', code: 0 },
      { words: 'join approve {dir}/state.json --member bank-a --key bank-a-maker --rpc {rpc}', code: 1 },
      { words: 'join approve {dir}/joiner.json --member bank-a --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'evidence culprits': {
    outcomes: [
      { words: 'evidence culprits --node {rpc} --node {rpc}', code: 0 },
      { words: 'evidence culprits --node {rpc}', code: 2 },
    ],
  },
  'join status': {
    outcomes: [
      { words: 'join status --rpc {rpc}', code: 0 },
      { words: 'join status --out {dir}/ready.json --rpc {rpc}', code: 1 },
    ],
    asksNode: true,
  },
  query: {
    outcomes: [
      { words: 'query settlement balance partyId=bank-a currency=CNY --rpc {rpc}', code: 0 },
      { words: 'query organizations party partyId=nobody --rpc {rpc}', code: 1 },
      { words: 'query settlement balance --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'block show': {
    outcomes: [
      { words: 'block show --rpc {rpc}', code: 0 },
      { words: 'block show 999 --rpc {rpc}', code: 1 },
      { words: 'block show nonsense --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'proof get': {
    outcomes: [
      { words: 'proof get {hash} --out {dir}/proof.json --rpc {rpc}', code: 0 },
      { words: 'proof get {hash} --rpc {rpc}', code: 0 },
      { words: 'proof get settlement.balance partyId=bank-a currency=CNY --height 1 --out {dir}/balance.json --rpc {rpc}', code: 0 },
      { words: `proof get 0x${'00'.repeat(32)} --rpc {rpc}`, code: 1 },
      { words: 'proof get settlement.balanc --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'proof compliance': {
    outcomes: [{ words: 'proof compliance 6f2a1c9e-3b7d-4e58-9a40-5d1b8c72e093 --rpc {rpc}', code: 1 }],
  },
  'proof verify': {
    outcomes: [
      { words: 'proof verify {dir}/proof.json --genesis {dir}/genesis.json', code: 0 },
      { words: 'proof verify {dir}/balance.json --genesis {dir}/genesis.json', code: 0 },
      { words: 'proof verify {dir}/proof.json --genesis {dir}/new-genesis.json', code: 1 },
      { words: 'proof verify {dir}/proof.json', code: 2 },
    ],
  },
  validators: { outcomes: [{ words: 'validators --rpc {rpc}', code: 0 }], asksNode: true },
  peers: { outcomes: [{ words: 'peers --rpc {rpc}', code: 0 }], asksNode: true },
  consensus: { outcomes: [{ words: 'consensus --rpc {rpc}', code: 0 }], asksNode: true },
  pool: { outcomes: [{ words: 'pool --rpc {rpc}', code: 0 }], asksNode: true },
  watch: {
    outcomes: [
      { words: 'watch blocks --from earliest --count 2 --rpc {rpc}', code: 0 },
      { words: 'watch blocks --from 99999 --rpc {rpc}', code: 1 },
      { words: 'watch events nope=1 --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
    isStream: true,
  },
  'import ubl': {
    outcomes: [
      { words: 'import ubl {invoice} --dry-run', code: 0 },
      { words: 'import ubl {dir}/seed --dry-run', code: 1 },
      { words: 'import ubl {invoice}', code: 2 },
    ],
  },
  'import trade': {
    outcomes: [
      { words: 'import trade {invoice} {order} {receipt} --map {map} --param certNo=X1 --out {dir}/issue.json', code: 0 },
      { words: 'import trade {invoice} --map {map}', code: 0 },
      { words: 'import trade {invoice} --map {map} --out {dir}/issue.json', code: 1 },
      { words: 'import trade {order} --map {map}', code: 1 },
      { words: 'import trade {invoice}', code: 2 },
    ],
  },
  'import pacs008': {
    outcomes: [
      { words: 'import pacs008 {payment} --dry-run', code: 0 },
      { words: 'import pacs008 {invoice} --dry-run', code: 1 },
      { words: 'import pacs008 {payment}', code: 2 },
    ],
  },
  'export ubl': {
    outcomes: [
      { words: 'export ubl {dir}/invoice.json --out {dir}/invoice.xml', code: 0 },
      { words: 'export ubl {dir}/invoice.json', code: 0 },
      { words: 'export ubl {dir}/invoice.json --out {dir}/invoice.xml', code: 1 },
      { words: 'export ubl {dir}/state.json', code: 1 },
      { words: 'export ubl --invoice CN:1:380:1 --rpc {rpc}', code: 1 },
      { words: 'export ubl', code: 2 },
    ],
  },
  'export pacs008': {
    outcomes: [
      { words: 'export pacs008 {dir}/payment.json --out {dir}/payment.xml', code: 0 },
      { words: 'export pacs008 {dir}/payment.json', code: 0 },
      { words: 'export pacs008 {dir}/payment.json --out {dir}/payment.xml', code: 1 },
      { words: 'export pacs008 {dir}/state.json', code: 1 },
      { words: 'export pacs008 6f2a1c9e-3b7d-4e58-9a40-5d1b8c72e093 --rpc {rpc}', code: 1 },
    ],
  },
  'export pacs002': {
    outcomes: [
      { words: 'export pacs002 {payment} --status ACSC --message-id X1 --out {dir}/report.xml', code: 0 },
      { words: 'export pacs002 {payment} --status RJCT --message-id X1', code: 1 },
      { words: 'export pacs002 {payment} --status ACSC', code: 2 },
      { words: 'export pacs002 6f2a1c9e-3b7d-4e58-9a40-5d1b8c72e093 --rpc {rpc}', code: 1 },
    ],
  },
  'export blocks': {
    outcomes: [
      { words: 'export blocks --out {dir}/blocks.jsonl --rpc {rpc}', code: 0 },
      { words: 'export blocks --out {dir}/blocks.jsonl --rpc {rpc}', code: 1 },
      { words: 'export blocks --to 99999 --out {dir}/more.jsonl --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'export transactions': {
    outcomes: [
      { words: 'export transactions outcome=success --out {dir}/transactions.csv --rpc {rpc}', code: 0 },
      { words: 'export transactions nope=1 --out {dir}/nothing.csv --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'export events': {
    outcomes: [
      { words: 'export events module=settlement --rpc {rpc}', code: 0 },
      { words: 'export events module=nope --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
    isStream: true,
  },
  demo: {
    outcomes: [
      { words: 'demo shunhe --rpc {rpc}', code: 1 },
      { words: 'demo all --rpc {rpc}', code: 1 },
      { words: 'demo shunh --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  rpc: {
    outcomes: [
      { words: 'rpc node_status --rpc {rpc}', code: 0 },
      { words: 'rpc nope_nope --rpc {rpc}', code: 1 },
      { words: 'rpc node_status { --rpc {rpc}', code: 2 },
    ],
    asksNode: true,
  },
  'completion bash': { outcomes: [{ words: 'completion bash', code: 0 }] },
  'completion zsh': { outcomes: [{ words: 'completion zsh', code: 0 }] },
}
