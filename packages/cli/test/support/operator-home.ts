import { join } from 'node:path'
import { createKeystore } from '@hanse/crypto-native'
import { operatorKey } from '../../../node/test/support/solo-genesis.ts'

/** A home that holds keys of the devnet's cast under the names `bank-a-maker` and so on: as keys of one's own. */
export async function homeWithOperators(
  home: string,
  ...operators: readonly `${string}/${'maker' | 'checker'}`[]
): Promise<{ readonly HANSE_HOME: string }> {
  for (const operator of operators) {
    const [party, role] = operator.split('/') as [string, 'maker' | 'checker']
    const path = join(home, 'keys', `${party}-${role}.json`)
    const made = await createKeystore({ path, purpose: 'account', seed: operatorKey(party, role).seed, unencrypted: true })
    if (!made.ok) throw new Error(made.error.message)
  }
  return { HANSE_HOME: home }
}
