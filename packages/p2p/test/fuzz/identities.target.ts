import { parseAddress, parsePeerAddress } from '../../src/address.ts'
import { isPeerId, peerIdFromSeed } from '../../src/identity.ts'

const PEER = peerIdFromSeed(new Uint8Array(32).fill(7))
const text = (words: string): Uint8Array => Buffer.from(words)

function checkAddress(words: string): string {
  const address = parseAddress(words)
  if (!address.ok) return address.error.code
  const again = parseAddress(address.value.toString())
  if (!again.ok || again.value.toString() !== address.value.toString()) throw new Error('an address that does not read back')
  const ofPeer = parsePeerAddress(words, PEER)
  if (ofPeer.ok && !ofPeer.value.toString().endsWith(`/p2p/${PEER}`)) throw new Error('an address that names another peer than it must')
  return `accepted ${address.value.getComponents().length}`
}

export const target = {
  name: 'p2p-identities',
  promise: 'who a peer is has one spelling, and an address names the peer that must answer there, or none; nothing throws',
  shape: 'text',
  seeds: () => [
    { label: 'peer-id', bytes: text(PEER) },
    ...['127.0.0.1:10545', '[::1]:10545', 'bank-a.example:1', `/ip4/127.0.0.1/tcp/10545/p2p/${PEER}`, '/dns4/bank-a.example/tcp/9'].map(
      (address) => ({ label: 'address', bytes: text(address) }),
    ),
  ],
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string => {
    const words = Buffer.from(bytes).toString('utf8')
    if (label === 'address') return checkAddress(words)
    if (!isPeerId(words)) return 'refused'
    if (!/^12D3KooW[1-9A-HJ-NP-Za-km-z]{44}$/.test(words)) throw new Error('an id of another form')
    return 'accepted'
  },
}
