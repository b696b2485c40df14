import { stat } from 'node:fs/promises'
import { type KeystoreInfo, openKeystore, readKeystoreInfo } from '@hanse/crypto-native'
import { peerIdFromPublicKey } from '@hanse/p2p'
import { bytesToHex } from '@hanse/primitives'
import type { ValidatorRecord } from '@hanse/protocol'
import type { NodeConfig } from '../config.ts'
import { passwordOf, wrongPasswordHint } from '../home.ts'
import { type Found, failed, failedBy, good, type Sight, warning } from './finding.ts'
import { type MembersInForce, placeOf } from './members-in-force.ts'

export async function checkGenesis({ config, chain, inspection, running }: Sight): Promise<readonly Found[]> {
  if (config === undefined) return []
  if (chain === undefined) return inspection.problems.filter(({ code }) => /^(genesis|encoding)\//.test(code)).map(failedBy)
  const told = running?.info?.genesisHash
  if (told !== undefined && told !== chain.genesisHash) {
    return [failed(`the node at these ports runs the chain ${told}, the file says ${chain.genesisHash}`, 'Mend genesis, or the ports.')]
  }
  const { mode } = await stat(config.genesis)
  const { name, chainId, validators } = chain.genesis
  const isOpen = process.platform !== 'win32' && (mode & 0o022) !== 0
  return isOpen
    ? [warning(`others can change ${config.genesis}`, `chmod go-w ${config.genesis}`)]
    : [good(`${name}, chain ${chainId}, ${validators.length} validators, genesis ${chain.genesisHash}`)]
}

/** Every key file: whether it opens, with which password, and whether the chain knows it. Nobody is asked for a password. */
export async function checkKeys({ config, members }: Sight): Promise<readonly Found[]> {
  if (config === undefined) return []
  const { consensus, identity } = config.keys
  const found: Found[] = []
  const infos: Partial<Record<'consensus' | 'node', KeystoreInfo>> = {}
  const files = [...(consensus === undefined ? [] : [[consensus, 'consensus'] as const]), [identity, 'node'] as const]
  for (const [path, purpose] of files) {
    const info = await readKeystoreInfo(path)
    if (!info.ok) {
      found.push(failedBy(info.error))
      continue
    }
    infos[purpose] = info.value
    found.push(await openingOf(path, purpose, info.value, config))
  }
  if (consensus === undefined) found.push(good('no consensus key: an observer, which does not vote'))
  if (members !== undefined) found.push(...matchOf(config, members, infos))
  return found
}

async function openingOf(path: string, purpose: 'consensus' | 'node', info: KeystoreInfo, config: NodeConfig): Promise<Found> {
  if (!info.encrypted) {
    const opened = await openKeystore({ path, purpose })
    if (!opened.ok) return failedBy(opened.error)
    opened.value.seed.fill(0)
    return warning(`${path} is not encrypted`, 'For development networks only: hanse keys passwd gives it a password.')
  }
  const password = await passwordOf(config, async () => undefined)
  if (!password.ok) return failedBy(password.error)
  if (password.value === undefined) {
    const fix = 'keys.passwordFile or HANSE_PASSWORD; without them a start asks at a terminal.'
    return warning(`${path} is encrypted, and no password is at hand to try`, fix)
  }
  const source = config.keys.passwordFile ?? 'HANSE_PASSWORD'
  const opened = await openKeystore({ path, purpose, password: password.value })
  if (!opened.ok && opened.error.code === 'keys/wrong-password') return failedBy({ ...opened.error, hint: wrongPasswordHint(config) ?? '' })
  if (!opened.ok) return failedBy(opened.error)
  opened.value.seed.fill(0)
  return good(`${path} opens with the password of ${source}`)
}

/** What the chain says of the keys. */
function matchOf(
  config: NodeConfig,
  members: MembersInForce,
  { consensus, node }: Partial<Record<'consensus' | 'node', KeystoreInfo>>,
): readonly Found[] {
  if (consensus === undefined) return []
  const key = bytesToHex(consensus.publicKey)
  const hasKey = ({ consensusKey }: ValidatorRecord): boolean => consensusKey.bytes === key
  const validator = members.validators.find(hasKey)
  const record = validator ?? members.observers.find(hasKey)
  const place = validator === undefined ? 'the observers' : placeOf(members)
  if (record !== undefined) return [...identityOf(record, place, node), ...nameOf(record, config)]
  const fix = 'Right for a node that waits to be voted in, or that was voted out; else use the key that was handed in.'
  return [warning(`the consensus key ${key} is not in ${placeOf(members)}: until a vote makes it a validator the node observes`, fix)]
}

function identityOf({ organization, peerId }: ValidatorRecord, place: string, node: KeystoreInfo | undefined): readonly Found[] {
  const own = node === undefined ? undefined : peerIdFromPublicKey(node.publicKey)
  if (own === undefined) return []
  if (own === peerId) return [good(`the keys are ${organization}’s in ${place}, peer id ${peerId}`)]
  const fix = 'Use the identity key that was handed in: the others let nobody else in.'
  return [failed(`the chain knows ${organization} as peer ${peerId}, the identity key is of ${own}`, fix)]
}

function nameOf({ organization }: ValidatorRecord, config: NodeConfig): readonly Found[] {
  if (organization === config.organization) return []
  const message = `the chain calls this node ${organization}, the configuration ${config.organization}`
  return [warning(message, `organization = "${organization}"`)]
}

/** The vote guard: there, whole, of this chain, and known to the log. */
export async function checkGuard({ config, inspection: { guard } }: Sight): Promise<readonly Found[]> {
  if (config?.keys.consensus === undefined || guard === undefined) return []
  if (guard.problems.length > 0) return guard.problems.map(failedBy)
  const status = await stat(guard.path)
  if (process.platform !== 'win32' && (status.mode & 0o077) !== 0) {
    return [failed(`others can use ${guard.path} (mode 0${(status.mode & 0o777).toString(8)})`, `chmod 600 ${guard.path}`)]
  }
  const { height, view } = guard.guard ?? { height: 0, view: 0 }
  if (guard.start !== 'recovering') return [good(`voted up to height ${height}, view ${view}`)]
  const fix =
    'It votes again by itself once it has caught up. If the log was restored from a backup, keep the newer one. If the chain stands because too ' +
    'many are so: hanse recover status.'
  return [warning(`the log lacks this key’s last vote (height ${height}): the next start is silent at first`, fix)]
}
