import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CONFIG_FILE } from '../config-file.ts'
import { type ConfigFinding, validateConfig } from '../configuration/validate-config.ts'
import { checkRuntime } from '../runtime.ts'
import { NODE_VERSION } from '../version.ts'
import { type Found, failed, failedBy, good, type Sight, warning } from './finding.ts'

export function checkVersions({ running, inspection: { formats } }: Sight): readonly Found[] {
  const runtime = checkRuntime()
  if (!runtime.ok) return [failedBy(runtime.error)]
  const read = `store ${formats.store}, log ${formats.log}, guard ${formats.guard}`
  const version = running?.info?.version
  if (version === undefined || version === NODE_VERSION)
    return [good(`Hanse ${NODE_VERSION} on Node ${process.versions.node}; reads ${read}`)]
  return [
    warning(`the node runs ${version}, this is ${NODE_VERSION}`, 'Restart the node after an update: its program is read at the start.'),
  ]
}

const OTHERS_MAY_WRITE = 0o022

/** Whose the folder is, and who else can write there. */
export async function checkHome({ home, config }: Sight): Promise<readonly Found[]> {
  const found: Found[] = []
  const folders = [home, join(home, 'keys'), ...(config === undefined ? [] : [config.dataDir])]
  for (const folder of folders) {
    const status = await stat(folder).catch(() => undefined)
    if (status === undefined && folder === home)
      return [failed(`there is no folder ${home}`, 'hanse node init makes one; --home or HANSE_HOME names it.')]
    if (status === undefined) continue
    if (!status.isDirectory()) found.push(failed(`${folder} is no folder`, 'Mend the path, or move what is there away.'))
    else if (process.platform !== 'win32' && (status.mode & OTHERS_MAY_WRITE) !== 0)
      found.push(failed(`others can write in ${folder} (mode 0${(status.mode & 0o777).toString(8)})`, `chmod go-w ${folder}`))
    else if (!(await isWritable(folder)))
      found.push(failed(`this user cannot write in ${folder}`, `chown -R the folder to the node’s user, or run this as that user.`))
  }
  return found.length > 0 ? found : [good(`${home} is the node’s own`)]
}

async function isWritable(folder: string): Promise<boolean> {
  return await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}

/** Settings, and the files that they name; those that another check looks into are left to it. */
export async function checkConfig({ home }: Sight): Promise<readonly Found[]> {
  const file = join(home, CONFIG_FILE)
  const findings = (await validateConfig(file)).filter(({ path }) => !/^(genesis$|keys\.(consensus|identity)|rpc\.tls)/.test(path))
  return findings.length === 0 ? [good(`${file} is in order`)] : findings.map(toFound)
}

function toFound({ severity, line, message, hint }: ConfigFinding): Found {
  const text = line === undefined ? message : `line ${line}: ${message}`
  return severity === 'error' ? failed(text, hint) : warning(text, hint)
}
