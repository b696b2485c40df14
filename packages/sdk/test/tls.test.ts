import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createPlainServer } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, isPassing } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { TEST_CERTIFICATE } from '../../rpc/test/support/certificate.ts'

/** Answers every call with 7 over TLS; its certificate is for 127.0.0.1, and nobody trusts it. */
async function start(t: Test): Promise<number> {
  const server = createServer(TEST_CERTIFICATE, (_request, response) => response.end('{"jsonrpc":"2.0","id":1,"result":7}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const PROGRAM = `import { createClient } from '@hanse/sdk'
const answer = createClient({ url: process.argv[1] }).call('chain_getHeight')
console.log(await answer.catch((error) => error.rejection.code + ' ' + error.message))`

/** Asks from a process of its own that trusts the certificate. */
async function askTrusting(t: Test, url: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hanse-tls-'))
  t.teardown(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'authority.pem'), TEST_CERTIFICATE.cert)
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') }
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, url], { env, cwd: import.meta.dirname })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  return await new Promise((resolve) => child.once('close', () => resolve(output.trim())))
}

test('a certificate that does not hold is told from a node that is away', async (t) => {
  const port = await start(t)
  await t.rejects(createClient({ url: `https://127.0.0.1:${port}` }).call('chain_getHeight'), {
    name: 'HanseError',
    message: /does not hold: DEPTH_ZERO_SELF_SIGNED_CERT$/,
    rejection: { code: 'sdk/bad-certificate', hint: /NODE_EXTRA_CA_CERTS=FILE/ },
  })
  await t.rejects(createClient({ url: 'https://127.0.0.1:9' }).call('chain_getHeight'), {
    name: 'HanseError',
    rejection: { code: 'sdk/unreachable' },
  })
})

test('http for a node that speaks TLS, and https for one that does not, are told with the URL that may be meant', async (t) => {
  const port = await start(t)
  const error = await createClient({ url: `http://127.0.0.1:${port}/rpc` })
    .call('chain_getHeight')
    .catch((thrown: unknown) => thrown)
  t.match(error, {
    message: /^http:.* closed the connection without an answer$/,
    rejection: { code: 'sdk/no-answer', hint: RegExp(`^It may speak TLS: https://127.0.0.1:${port}/rpc;`) },
  })
  t.ok(isPassing(error), 'a node that ends does the same')
  const plain = createPlainServer((_request, response) => response.end('{}'))
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
  t.teardown(() => plain.close())
  const plainPort = (plain.address() as AddressInfo).port
  await t.rejects(createClient({ url: `https://127.0.0.1:${plainPort}` }).call('chain_getHeight'), {
    ...{ name: 'HanseError', message: /is no TLS$/ },
    rejection: { code: 'sdk/no-tls', hint: RegExp(`http://127.0.0.1:${plainPort}`) },
  })
})

test('an authority of one’s own is named to Node; the name must be that of the certificate', async (t) => {
  const port = await start(t)
  t.equal(await askTrusting(t, `https://127.0.0.1:${port}`), '7')
  t.match(await askTrusting(t, `https://localhost:${port}`), /^sdk\/bad-certificate .*ERR_TLS_CERT_ALTNAME_INVALID/)
})
