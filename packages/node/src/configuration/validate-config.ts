import { lstat, stat } from 'node:fs/promises'
import { parseAddress } from '@hanse/p2p'
import { adminListenerFault, openListenerFault } from '@hanse/rpc'
import { checkNodeConfig, type NodeConfig, nodeConfigFaults, readConfigSource, resolvePaths } from '../config.ts'
import { openApiKeys } from '../listeners.ts'
import { lineOf, settingLines } from './setting-lines.ts'

/** A finding in a configuration file. A warning does not keep a node from starting. */
export interface ConfigFinding {
  readonly severity: 'error' | 'warning'
  /** Empty for the file as a whole. */
  readonly path: string
  readonly message: string
  readonly hint: string
  readonly line?: number
}

type Found = Omit<ConfigFinding, 'line'>

/** Bits of a mode that let the group or others read or write. */
const OTHERS_MAY = 0o077
const OTHERS_MAY_WRITE = 0o022

/** Everything that is wrong with a configuration file, and with the files that it names. */
export async function validateConfig(file: string): Promise<readonly ConfigFinding[]> {
  const source = await readConfigSource(file)
  if (!source.ok) return [{ severity: 'error', path: '', message: source.error.message, hint: source.error.hint ?? '' }]
  const { text, value } = source.value
  const lines = settingLines(text)
  const faults = nodeConfigFaults(value).map((fault): Found => ({ severity: 'error', ...fault }))
  const checked = checkNodeConfig(value)
  const found = checked.ok ? await findingsOf(resolvePaths(checked.value, file), file) : faults
  return found.map((finding) => {
    const line = lineOf(finding.path, lines)
    return line === undefined ? finding : { ...finding, line }
  })
}

/** Findings of a configuration whose settings are good by themselves. Its paths are absolute. */
async function findingsOf(config: NodeConfig, file: string): Promise<readonly Found[]> {
  const { keys, rpc } = config
  const found = await Promise.all([
    readable('genesis', config.genesis, 'Copy it from another member and compare: hanse genesis hash FILE', OTHERS_MAY_WRITE),
    ...(keys.consensus === undefined ? [] : [readable('keys.consensus', keys.consensus, KEY_HINT, OTHERS_MAY)]),
    readable('keys.identity', keys.identity, KEY_HINT, OTHERS_MAY),
    ...(keys.passwordFile === undefined
      ? []
      : [readable('keys.passwordFile', keys.passwordFile, 'Make it, mode 0600, its first line the password.', OTHERS_MAY)]),
    ...(rpc.tlsCert === undefined ? [] : [readable('rpc.tlsCert', rpc.tlsCert, 'Mend the path of the PEM file.', OTHERS_MAY_WRITE)]),
    ...(rpc.tlsKey === undefined ? [] : [readable('rpc.tlsKey', rpc.tlsKey, 'Mend the path of the PEM file.', OTHERS_MAY)]),
    ownFile(file),
    listenerFindings(config),
  ])
  return [...found.flat(), ...addressFindings(config)]
}

const KEY_HINT = 'Restore it, or mend the path. `hanse node init` makes the keys of a new home.'

/** A file that the node must read, and whose mode keeps out whom it must. */
async function readable(path: string, file: string, hint: string, forbidden: number): Promise<readonly Found[]> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return [{ severity: 'error', path, message: `${path}: ${file} is no file`, hint }]
    const mode = found.mode & 0o777
    if (process.platform === 'win32' || (mode & forbidden) === 0) return []
    const [what, way] = forbidden === OTHERS_MAY ? ['use', '600'] : ['change', 'go-w']
    const message = `${path}: others can ${what} ${file} (mode 0${mode.toString(8)})`
    return [{ severity: forbidden === OTHERS_MAY ? 'error' : 'warning', path, message, hint: `chmod ${way} ${file}` }]
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return [{ severity: 'error', path, message: `${path}: cannot read ${file} (${reason})`, hint }]
  }
}

/** Who may write the configuration decides which keys vote. */
async function ownFile(file: string): Promise<readonly Found[]> {
  const { mode } = await lstat(file)
  if (process.platform === 'win32' || (mode & OTHERS_MAY_WRITE) === 0) return []
  return [
    {
      severity: 'warning',
      path: '',
      message: `others can change ${file} (mode 0${(mode & 0o777).toString(8)})`,
      hint: `chmod go-w ${file}`,
    },
  ]
}

function addressFindings({ p2p }: NodeConfig): readonly Found[] {
  const listed: readonly (readonly [string, string])[] = [
    ...p2p.listen.map((address) => ['p2p.listen', address] as const),
    ...Object.entries(p2p.addresses).flatMap(([name, addresses]) =>
      addresses.map((address) => [`p2p.addresses.${name}`, address] as const),
    ),
  ]
  return listed.flatMap(([path, address]): readonly Found[] => {
    const parsed = parseAddress(address)
    return parsed.ok ? [] : [{ severity: 'error', path, message: `${path}: ${parsed.error.message}`, hint: parsed.error.hint ?? '' }]
  })
}

async function listenerFindings(config: NodeConfig): Promise<readonly Found[]> {
  const { rpc, metrics, admin } = config
  const { tlsCert: cert, tlsKey: key } = rpc
  const tls = cert === undefined || key === undefined ? {} : { tls: { cert, key } }
  const keys = await openApiKeys(config)
  const open = openListenerFault({ host: rpc.host, metricsHost: metrics.host, ...tls, ...(keys.ok ? { keys: keys.value } : {}) })
  const openAdmin = adminListenerFault(admin.host)
  const corsHint = 'Leave rpc.cors out, unless this is a development network.'
  return [
    ...(keys.ok ? [] : [{ severity: 'error', path: 'admin.keysFile', message: keys.error.message, hint: keys.error.hint ?? '' } as const]),
    ...(open === undefined ? [] : [{ severity: 'error', path: 'rpc.host', message: open.message, hint: open.hint } as const]),
    ...(openAdmin === undefined
      ? []
      : [{ severity: 'error', path: 'admin.host', message: openAdmin.message, hint: openAdmin.hint } as const]),
    ...(rpc.cors
      ? [{ severity: 'warning', path: 'rpc.cors', message: 'rpc.cors: web pages of any origin may call', hint: corsHint } as const]
      : []),
  ]
}
