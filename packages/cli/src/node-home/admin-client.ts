import { join } from 'node:path'
import { readPrivateFile } from '@hanse/crypto-native'
import { readNodeConfig } from '@hanse/node/folder'
import { CONFIG_FILE } from '@hanse/node/outside'
import { reject } from '@hanse/primitives'
import { createClient, type HanseClient } from '@hanse/sdk'
import { CliError, orThrow } from '../cli-error.ts'

const TOKEN_BYTES_MAX = 1_024

/** A client of the admin listener of a home's node: address and token stand in the home. @throws CliError */
export async function adminClientOf(home: string): Promise<HanseClient> {
  const { host, port, tokenFile } = orThrow(await readNodeConfig(join(home, CONFIG_FILE))).admin
  const token = await readPrivateFile(tokenFile, TOKEN_BYTES_MAX)
  if (!token.ok) {
    const { code, message } = token.error
    const isMissing = code === 'keys/not-found'
    throw new CliError(
      reject(isMissing ? 'admin/no-token' : code, isMissing ? `the node of ${home} has not run yet: there is no ${tokenFile}` : message, {
        hint: isMissing ? `hanse node run --home ${home}` : 'Run this as the user that the node runs as.',
      }),
    )
  }
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return createClient({ url, headers: { authorization: `Bearer ${token.value.trim()}` } })
}
