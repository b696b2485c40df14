import { createSigner, readKeystoreInfo } from '@hanse/crypto-native'
import { type Address, isAddress, reject } from '@hanse/primitives'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import { addressOf } from './key-address.ts'
import { type AccountSigner, isKeyName, keyPath, openSigner } from './key-store.ts'
import type { PasswordOptions } from './password.ts'

/** How keys are named on the command line, everywhere the same. */
export const KEY_HELP =
  'KEY is a name in HANSE_HOME/keys, the path of a key file, or a public demo key of the devnet: demo:bank-a/maker, for example'
const DEMO_PREFIX = 'demo:'
/** For the option that names a demo key alone: a spelling for those who know it. */
export const DEMO_HELP = 'a public demo key of the devnet: the same as --key demo:PARTY/OPERATOR'

/** `bank-a/maker`, and with its prefix too: `demo:bank-a/maker`. */
export function demoReference(name: string): string {
  return name.startsWith(DEMO_PREFIX) ? name : `${DEMO_PREFIX}${name}`
}

async function demoKeyOf(name: string): Promise<AccountSigner> {
  const { DEMO_PARTIES, operatorKey } = await import('@hanse/devnet/keys')
  const [partyId, operator, ...rest] = name.split('/')
  const party = DEMO_PARTIES.find((candidate) => candidate.partyId === partyId)
  if (party === undefined || rest.length > 0 || (operator !== 'maker' && operator !== 'checker')) {
    const names = DEMO_PARTIES.map((candidate) => candidate.partyId).join(', ')
    throw usageError(`there is no demo key ${name}`, `PARTY/maker or PARTY/checker, PARTY one of ${names}`)
  }
  const { seed, address } = operatorKey(party.partyId, operator)
  return { ...createSigner(seed), address }
}

function pathOf(home: string, reference: string): string {
  return isKeyName(reference) ? keyPath(home, reference) : reference
}

export interface KeyOptions extends PasswordOptions {
  readonly home: string
}

/** Everybody knows the demo keys: they sign for the devnet and for nothing else. */
export async function requireDevnetChain(chainId: number): Promise<void> {
  const { DEVNET_CHAIN_ID } = await import('@hanse/devnet/keys')
  if (chainId === DEVNET_CHAIN_ID) return
  const hint = 'Use a key of your own: hanse keys new NAME.'
  throw new CliError(
    reject('keys/demo-key-elsewhere', `demo keys are public; they sign for chain ${DEVNET_CHAIN_ID} only, not ${chainId}`, { hint }),
  )
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** What a demo key signed is sent to this machine only. */
export function requireLoopback(rpcUrl: string): void {
  if (LOOPBACK_HOSTS.has(new URL(rpcUrl).hostname)) return
  const hint = 'Start a devnet on this machine: npm run devnet.'
  throw new CliError(reject('keys/demo-key-elsewhere', `demo keys are public; they are not used with ${rpcUrl}`, { hint }))
}

/** Opens a key to sign for a chain. `rpcUrl` is where the signature goes; absent when it stays in a file. */
export async function signerOf(
  reference: string,
  options: KeyOptions & { readonly chainId: number; readonly rpcUrl?: string },
): Promise<AccountSigner> {
  if (!reference.startsWith(DEMO_PREFIX)) return await openSigner(pathOf(options.home, reference), options)
  await requireDevnetChain(options.chainId)
  if (options.rpcUrl !== undefined) requireLoopback(options.rpcUrl)
  return await demoKeyOf(reference.slice(DEMO_PREFIX.length))
}

/** The address of an account: itself, or that of a key, which is not opened. */
export async function addressOfReference(reference: string, { home }: KeyOptions): Promise<Address> {
  if (isAddress(reference)) return reference
  if (reference.startsWith(DEMO_PREFIX)) return (await demoKeyOf(reference.slice(DEMO_PREFIX.length))).address
  return addressOf(orThrow(await readKeystoreInfo(pathOf(home, reference))))
}
