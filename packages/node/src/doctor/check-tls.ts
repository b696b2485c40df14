import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { isIP } from 'node:net'
import { type Found, failed, good, type Sight, warning } from './finding.ts'

const DAY_MS = 86_400_000
const EXPIRY_WARNING_DAYS = 30

/** Certificate and key of the RPC: readable, of one pair, valid now and for a while, and for the names that clients use. */
export async function checkTls({ config, nowMs }: Sight): Promise<readonly Found[]> {
  const { tlsCert, tlsKey, hostNames } = config?.rpc ?? {}
  if (tlsCert === undefined || tlsKey === undefined) return []
  try {
    const certificate = new X509Certificate(await readFile(tlsCert))
    const { mode } = await stat(tlsKey)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      return [failed(`others can use ${tlsKey} (mode 0${(mode & 0o777).toString(8)})`, `chmod 600 ${tlsKey}`)]
    }
    if (!certificate.checkPrivateKey(createPrivateKey(await readFile(tlsKey)))) {
      return [failed(`${tlsKey} is not the key of ${tlsCert}`, 'Name the two files of one pair in rpc.tlsCert and rpc.tlsKey.')]
    }
    return [validityOf(certificate, nowMs), ...namesOf(certificate, hostNames ?? [])]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [failed(`the TLS files cannot be used: ${reason}`, 'rpc.tlsCert and rpc.tlsKey name PEM files, the key without a password.')]
  }
}

function validityOf({ validFrom, validTo }: X509Certificate, nowMs: number): Found {
  const [fromMs, toMs] = [Date.parse(validFrom), Date.parse(validTo)]
  const fix = 'Get a new certificate, put it in its place, and start the node again.'
  if (nowMs > toMs) return failed(`the certificate expired on ${validTo}`, fix)
  if (nowMs < fromMs) return failed(`the certificate is valid from ${validFrom} on only`, 'Look at the clock of this host, or wait.')
  const days = Math.floor((toMs - nowMs) / DAY_MS)
  return days < EXPIRY_WARNING_DAYS
    ? warning(`the certificate expires in ${days} days`, fix)
    : good(`the certificate is valid for ${days} days`)
}

function namesOf(certificate: X509Certificate, names: readonly string[]): readonly Found[] {
  const missing = names.filter((name) => (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) === undefined)
  if (missing.length === 0) return []
  return [warning(`the certificate does not name ${missing.join(', ')} of rpc.hostNames`, 'Get one for these names, or leave them out.')]
}
