import { isIPv4, isIPv6 } from 'node:net'
import { err, ok, type Result, reject } from '@hanse/primitives'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import { isPeerId } from './identity.ts'

const HOST_PROTOCOLS: ReadonlySet<string> = new Set(['ip4', 'ip6', 'dns', 'dns4', 'dns6'])
const HOST_PORT = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]+)):([0-9]{1,5})$/
const PORT_MAX = 65_535

/**
 * A TCP address as a multiaddr: `/ip4/127.0.0.1/tcp/10545`, `/dns4/bank-a.example/tcp/10545`, each optionally followed by
 * `/p2p/<peer id>`, or in short `127.0.0.1:10545`, `[::1]:10545`, `bank-a.example:10545`.
 */
export function parseAddress(text: string): Result<Multiaddr> {
  const expanded = text.startsWith('/') ? text : expandHostPort(text)
  if (expanded === undefined) return refuse(text)
  try {
    const address = multiaddr(expanded)
    const [host, port, peer, ...rest] = address.getComponents()
    const isTcp = host !== undefined && HOST_PROTOCOLS.has(host.name) && port?.name === 'tcp'
    return isTcp && (peer === undefined || peer.name === 'p2p') && rest.length === 0 ? ok(address) : refuse(text)
  } catch {
    return refuse(text)
  }
}

/** The same address, with the id that must answer there. Refused when it names another. */
export function parsePeerAddress(text: string, peerId: string): Result<Multiaddr> {
  const parsed = parseAddress(text)
  if (!parsed.ok) return parsed
  const named = parsed.value.getComponents()[2]?.value
  if (named === undefined) return ok(parsed.value.encapsulate(`/p2p/${peerId}`))
  return named === peerId ? parsed : err(reject('p2p/address', `the address ${text} names another peer than ${peerId}`))
}

/**
 * A peer and where it is, in one text: `<peer id>@<address>`, or a multiaddr that ends in `/p2p/<peer id>`. The address in the answer names
 * the peer, too.
 */
export function parseNamedAddress(text: string): Result<{ readonly peerId: string; readonly address: string }> {
  const at = text.indexOf('@')
  const given = at < 0 ? undefined : text.slice(0, at)
  const address = parseAddress(text.slice(at + 1))
  if (!address.ok) return address
  const peerId = given ?? address.value.getComponents()[2]?.value
  if (peerId === undefined || !isPeerId(peerId)) {
    const hint = 'Write PEERID@HOST:PORT, as `hanse validators` and `hanse node status` of that node show them.'
    return err(reject('p2p/address', `the address names no peer: ${text.slice(0, 200)}`, { hint }))
  }
  const named = parsePeerAddress(text.slice(at + 1), peerId)
  return named.ok ? ok({ peerId, address: named.value.toString() }) : named
}

/** Where to listen, on every address of the host, and nowhere that others could dial: 0.0.0.0, [::]. */
export function isUnspecifiedAddress(address: Multiaddr): boolean {
  const host = address.getComponents()[0]?.value
  return host === '0.0.0.0' || host === '::'
}

function expandHostPort(text: string): string | undefined {
  const match = HOST_PORT.exec(text)
  const host = match?.[1] ?? match?.[2]
  if (match === null || host === undefined || Number(match[3]) > PORT_MAX) return undefined
  const protocol = isIPv4(host) ? 'ip4' : isIPv6(host) ? 'ip6' : 'dns'
  return `/${protocol}/${host}/tcp/${Number(match[3])}`
}

function refuse(text: string): Result<never> {
  return err(
    reject('p2p/address', `not a TCP address: ${text.slice(0, 200)}`, {
      hint: 'Write host:port, or a multiaddr such as /ip4/127.0.0.1/tcp/10545.',
    }),
  )
}
