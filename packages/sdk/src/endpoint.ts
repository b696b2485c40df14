import { type Hex, reject } from '@hanse/primitives'
import { HanseError } from './errors.ts'

const URL_EXAMPLE = 'http://127.0.0.1:8545'
const GENESIS_HASH = /^0x[0-9a-f]{64}$/

/** Which nodes are asked, and for which chain, as a caller in plain JavaScript gave it. */
export interface GivenEndpoint {
  readonly url?: unknown
  readonly urls?: unknown
  readonly genesisHash?: unknown
}

function badUrl(message: string, hint: string, path: string): HanseError {
  return new HanseError(reject('sdk/bad-url', message, { hint, path }))
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** What somebody who wrote `text` meant: a URL of HTTP with the same host. */
function meantUrl(text: string): string {
  const meant = text
    .replace(/^ws(s?):\/\//i, 'http$1://')
    .replace(/^(?!https?:\/\/)(?:[a-z]+:\/\/)?/i, 'http://')
    .replace(/\/ws\/?$/, '')
  return isHttp(meant) ? meant : URL_EXAMPLE
}

function checkedUrl(given: unknown, path: string): string {
  if (typeof given !== 'string') throw badUrl('the URL of a node is a text', `Give one such as ${URL_EXAMPLE}.`, path)
  if (isHttp(given)) return given
  const hint = `A node’s RPC has a URL of http or https, for subscriptions, too: ${meantUrl(given)}.`
  throw badUrl(`${given || 'an empty text'} is not the URL of a node’s RPC`, hint, path)
}

function checkedUrls({ url, urls }: GivenEndpoint): readonly [string, ...string[]] {
  if (urls === undefined) {
    if (url !== undefined) return [checkedUrl(url, 'url')]
    throw badUrl('no URL of a node is given', `Give one: createClient({ url: '${URL_EXAMPLE}' }).`, 'url')
  }
  if (url !== undefined) throw badUrl('there are both url and urls', 'Give url for one node, urls for several.', 'urls')
  if (!Array.isArray(urls) || urls.length === 0) {
    throw badUrl('urls is a list of at least one URL', `Give url for one node, urls for several: ['${URL_EXAMPLE}', …].`, 'urls')
  }
  return urls.map((one, index) => checkedUrl(one, `urls.${index}`)) as [string, ...string[]]
}

/** A pin that was meant and got lost, as by a variable of the environment that is not set, must not pass for none. */
const UNDEFINED_PIN_HINT = 'Look where it comes from. Leave the option out for a client that takes the node’s word for the chain.'

function badPin(message: string, hint: string): HanseError {
  return new HanseError(reject('sdk/bad-pin', message, { hint, path: 'genesisHash' }))
}

/** @throws HanseError `sdk/bad-url`, `sdk/bad-pin` */
export function checkedEndpoint(given: GivenEndpoint = {}): { readonly urls: readonly [string, ...string[]]; readonly genesisHash?: Hex } {
  const urls = checkedUrls(given)
  const { genesisHash } = given
  if (genesisHash === undefined) {
    if ('genesisHash' in given) throw badPin('genesisHash is given, and undefined', UNDEFINED_PIN_HINT)
    if (given.urls === undefined) return { urls }
    throw badPin('urls need the chain that is meant', 'Give its genesisHash: several nodes are one chain’s only if each says so.')
  }
  if (typeof genesisHash === 'string' && GENESIS_HASH.test(genesisHash)) return { urls, genesisHash: genesisHash as Hex }
  throw badPin('genesisHash is no hash', 'Give 0x and 64 lower-case hexadecimal digits, as the members published it.')
}
