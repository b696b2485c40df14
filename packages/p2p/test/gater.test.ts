import { peerIdFromString } from '@libp2p/peer-id'
import { test } from 'tap'
import { createGater } from '../src/gater.ts'

const ALLOWED = '12D3KooWPLpQLeN7HTJHawoLJrph9JASd3KtQnCZHWeLv8m4Fb3U'
const STRANGER = '12D3KooWMDvjtTSrz7ymwhPdoQpD57QKpravUroNhj1HX8xjxdV5'

test('the allow-list holds at every step that knows the peer id, in both directions', async (t) => {
  const gater = createGater((peerId) => peerId === ALLOWED)
  const steps = ['denyDialPeer', 'denyOutboundConnection', 'denyInboundEncryptedConnection', 'denyOutboundEncryptedConnection'] as const
  for (const step of steps) {
    const isDenied = (peerId: string): unknown => Reflect.apply(gater[step] ?? (() => undefined), gater, [peerIdFromString(peerId)])
    t.equal(isDenied(ALLOWED), false, `${step} lets the peer pass`)
    t.equal(isDenied(STRANGER), true, `${step} stops a stranger`)
  }
})
