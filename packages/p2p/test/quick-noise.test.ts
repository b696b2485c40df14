import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Aead } from '@hanse/ports'
import { test } from 'tap'
import { bytes, eventually, startPair } from './support.ts'

/** Node's, one that counts and that can be made to fail. */
function countingAead(): Aead & { sealed: number; opened: number; broken: boolean } {
  return {
    sealed: 0,
    opened: 0,
    broken: false,
    seal(plaintext, nonce, additional, key) {
      this.sealed += 1
      const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
      cipher.setAAD(additional, { plaintextLength: plaintext.length })
      const sealed = Uint8Array.from(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]))
      return this.broken ? sealed.fill(0) : sealed
    },
    open(sealed, nonce, additional, key, into) {
      this.opened += 1
      const size = sealed.length - 16
      const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
      decipher.setAAD(additional, { plaintextLength: size }).setAuthTag(sealed.subarray(size))
      into.set(Buffer.concat([decipher.update(sealed.subarray(0, size)), decipher.final()]))
    },
  }
}

test('who is given another cipher and who is not understand each other, up to the longest frames', async (t) => {
  const aead = countingAead()
  const [a, b] = await startPair(t, { aead })
  const lengths = [1, 250, 1_170, 1_200, 65_507, 300_000]
  for (const length of lengths) {
    a.transport.send(b.id, 'transactions', bytes(length, 1))
    b.transport.send(a.id, 'transactions', bytes(length, 2))
  }
  t.equal(await eventually(() => a.frames.length === lengths.length && b.frames.length === lengths.length), true)
  for (const [node, fill] of [[a, 2] as const, [b, 1] as const]) {
    t.same(
      node.frames.map(({ frame }) => frame.length),
      lengths,
    )
    t.ok(node.frames.every(({ frame }) => frame.every((byte) => byte === fill)))
  }
  t.ok(aead.sealed > 0 && aead.opened > 0)
})

test('what does not open costs the connection, and nothing else', async (t) => {
  const aead = countingAead()
  const [a, b] = await startPair(t, { aead })
  aead.broken = true
  b.transport.send(a.id, 'transactions', bytes(250))
  t.equal(await eventually(() => a.log.some((line) => line.startsWith('disconnected'))), true)
  aead.broken = false
  t.equal(await eventually(() => a.connected().length === 1 && b.connected().length === 1), true)
  t.same(a.frames, [])
})
