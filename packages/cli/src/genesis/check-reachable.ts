import { isPeerId, parseAddress } from '@hanse/p2p/addresses'
import { reject } from '@hanse/primitives'
import type { ValidatorRecord } from '@hanse/protocol'
import { CliError } from '../cli-error.ts'

/** A peer id and addresses that the transport can use. @throws CliError `genesis/bad-validators` with the path */
export function checkReachable(validator: ValidatorRecord, path: string): void {
  const { organization, peerId, addresses } = validator
  if (!isPeerId(peerId)) {
    throw new CliError(
      reject('genesis/bad-validators', `${organization}: ${peerId.slice(0, 80)} is no peer id`, { path: `${path}.peerId` }),
    )
  }
  if (addresses.length === 0) {
    const hint = 'Give every validator an address: hanse node init --p2p HOST:PORT.'
    throw new CliError(
      reject('genesis/bad-validators', `${organization} has no address, so nobody can dial it`, { path: `${path}.addresses`, hint }),
    )
  }
  for (const [index, address] of addresses.entries()) {
    const parsed = parseAddress(address)
    if (!parsed.ok) throw new CliError({ ...parsed.error, path: `${path}.addresses.${index}` })
  }
}
