import { createClient, createKeyPair, HanseError, isPassing } from '@hanse/sdk'
import { test } from 'tap'
import { CHAIN } from '../../node/test/support/solo-genesis.ts'

const url = 'http://127.0.0.1:8545'
const { genesisHash } = CHAIN

/** As plain JavaScript calls it. */
function thrownBy(make: (...given: readonly never[]) => unknown, ...given: readonly unknown[]): HanseError {
  try {
    make(...(given as readonly never[]))
  } catch (error) {
    if (error instanceof HanseError) return error
    throw error
  }
  throw new Error(`${JSON.stringify(given)} was taken`)
}

test('what is no URL of a node’s RPC is refused at once, and asking again is of no use', (t) => {
  const rows: readonly (readonly [unknown, string, RegExp])[] = [
    [undefined, 'url', /createClient\(\{ url: 'http:\/\/127\.0\.0\.1:8545' \}\)/],
    [{}, 'url', /^Give one/],
    [{ url: undefined }, 'url', /^Give one/],
    [{ url: null }, 'url', /^Give one such as/],
    [{ url: '' }, 'url', /: http:\/\/127\.0\.0\.1:8545\.$/],
    [{ url: 'ftp://node.example' }, 'url', /: http:\/\/node\.example\.$/],
    [{ url: 'ws://node.example:8545/ws' }, 'url', /for subscriptions, too: http:\/\/node\.example:8545\.$/],
    [{ url: 'wss://node.example/ws' }, 'url', /: https:\/\/node\.example\.$/],
    [{ url: '127.0.0.1:8546' }, 'url', /: http:\/\/127\.0\.0\.1:8546\.$/],
    [{ url: 'localhost:8545' }, 'url', /: http:\/\/localhost:8545\.$/],
    [{ urls: [] }, 'urls', /urls for several/],
    [{ urls: url, genesisHash }, 'urls', /urls for several/],
    [{ urls: [url, 'node-b:8545'], genesisHash }, 'urls.1', /: http:\/\/node-b:8545\.$/],
    [{ url, urls: [url], genesisHash }, 'urls', /urls for several/],
  ]
  for (const [options, path, hint] of rows) {
    const error = thrownBy(createClient, options)
    t.match(error.rejection, { code: 'sdk/bad-url', path, hint }, JSON.stringify(options))
    t.notOk(isPassing(error))
  }
  for (const good of [url, 'https://node.example', 'http://[::1]:8545/hanse/']) t.equal(createClient({ url: good }).url, good)
  t.end()
})

test('a pin is a hash, and several nodes need one', (t) => {
  const hint = /^Give 0x and 64 lower-case hexadecimal digits/
  for (const wrong of ['0x12', '', null, 5, genesisHash.slice(2), genesisHash.toUpperCase()]) {
    const { rejection } = thrownBy(createClient, { url, genesisHash: wrong })
    t.match(rejection, { code: 'sdk/bad-pin', path: 'genesisHash', hint }, `${wrong}`)
  }
  for (const lost of [{ url }, { urls: [url] }]) {
    const meant = {
      code: 'sdk/bad-pin',
      message: 'genesisHash is given, and undefined',
      hint: /^Look where it comes from\. Leave the option out/,
    }
    t.match(thrownBy(createClient, { ...lost, genesisHash: undefined }).rejection, meant, 'a pin that got lost is not none')
  }
  const { rejection } = thrownBy(createClient, { urls: [url] })
  t.match(rejection, { code: 'sdk/bad-pin', path: 'genesisHash', message: 'urls need the chain that is meant', hint: /its genesisHash/ })
  t.equal(createClient({ urls: [url], genesisHash }).url, url)
  t.end()
})

test('who gives no seed is told what one is', (t) => {
  const hint = /^A seed is the secret that a key is made of: 32 bytes.* generateKeyPair\(\) makes a new one\.$/
  t.match(thrownBy(createKeyPair).rejection, { code: 'sdk/bad-seed', message: 'no seed is given', hint })
  for (const wrong of ['0x12', 'correct horse battery staple', new Uint8Array(31), Array.from({ length: 32 }, () => 1), 5]) {
    t.match(thrownBy(createKeyPair, wrong).rejection, { code: 'sdk/bad-seed', message: 'a seed is 32 bytes', hint })
  }
  t.end()
})
