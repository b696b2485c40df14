import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NODE_FLAGS } from '@hanse/node/outside'
import { test } from 'tap'
import { blockOf, docBlocks, PROJECT } from './support/doc-blocks.ts'
import { Host, whyNoHosts } from './support/hosts.ts'

const UNIT = 'docs/deploy/hanse.service'
/** Of `systemd-analyze security`, in tenths: 100 is a service that may do anything. */
const EXPOSURE_MAX = 20
/** A wrong command line: the exit code of packages/node/src/main.ts. */
const EXIT_USAGE = '2'

/** Settings by section and name. One that stands twice keeps both, in a line. */
function parseUnit(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>()
  let section = ''
  for (const line of text.split('\n').filter((candidate) => /^[^#\s]/.test(candidate))) {
    const [, header] = /^\[(\w+)\]$/.exec(line) ?? []
    if (header !== undefined) section = header
    else {
      const at = line.indexOf('=')
      const [name, value] = [`${section}.${line.slice(0, at)}`, line.slice(at + 1)]
      settings.set(name, settings.has(name) ? `${settings.get(name)} ${value}` : value)
    }
  }
  return settings
}

const unit = parseUnit(readFileSync(`${PROJECT}${UNIT}`, 'utf8'))
const blocks = docBlocks('docs/operating.md')

test('the unit starts the node as the devnet does', (t) => {
  const [node, ...words] = unit.get('Service.ExecStart')?.split(' ') ?? []
  const [main = '', home] = words.slice(NODE_FLAGS.length)
  t.equal(node, '/opt/hanse/node_modules/.bin/node')
  t.same(words.slice(0, NODE_FLAGS.length), NODE_FLAGS)
  t.equal(words.length, NODE_FLAGS.length + 2)
  for (const path of [node, main]) t.ok(existsSync(join(PROJECT, (path ?? '').replace('/opt/hanse/', ''))), `${path} is made by the build`)
  t.equal(home, unit.get('Service.ReadWritePaths'), 'its home is all that it may write')
  t.match(blockOf(blocks, 'root'), `install -d -o ${unit.get('Service.User')} -g hanse -m 700 ${home}`, 'which the document makes')
  t.end()
})

test('it starts again after a failure, and not after a stop or a wrong command line', (t) => {
  t.equal(unit.get('Service.Restart'), 'on-failure')
  t.equal(unit.get('Service.RestartPreventExitStatus'), EXIT_USAGE)
  t.match(readFileSync(`${PROJECT}packages/node/src/main.ts`, 'utf8'), `process.exit(${EXIT_USAGE})`)
  t.ok(Number(unit.get('Service.RestartSec')) >= 5, 'after a pause')
  t.ok(Number(unit.get('Service.TimeoutStopSec')) > 5, 'and a stop has the time that it may take')
  t.end()
})

function whyNoSystemd(): string | false {
  try {
    execFileSync('systemd-analyze', ['--version'], { stdio: 'pipe' })
    return whyNoHosts()
  } catch {
    return 'systemd-analyze is not installed'
  }
}

test('systemd takes the unit on a host that the document prepared', { skip: whyNoSystemd(), timeout: 120_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-unit-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const host = await Host.start('bank-a', folder)
  t.teardown(() => host.stop())
  for (const tag of ['root', 'service']) {
    const { code, stderr } = await host.run(blockOf(blocks, tag), { user: 'root' })
    t.equal(code, 0, `${tag}: ${stderr}`)
  }
  const verified = await host.run('systemd-analyze verify /etc/systemd/system/hanse.service 2>&1 | grep hanse', { user: 'root' })
  t.equal(verified.stdout, '', 'without a word about it')
  const judged = await host.run(
    `systemd-analyze security --offline=true --threshold=${EXPOSURE_MAX} /etc/systemd/system/hanse.service | tail -1`,
    { user: 'root' },
  )
  t.match(judged.stdout, /exposure level for hanse\.service: [01]\.[0-9] /)
  const broken = await host.run(
    `sed 's/^Restart=.*/Restart=perhaps/' /etc/systemd/system/hanse.service > /etc/systemd/system/hanse-broken.service
    systemd-analyze verify /etc/systemd/system/hanse-broken.service 2>&1 | grep hanse-broken`,
    { user: 'root' },
  )
  t.match(broken.stdout, 'perhaps', 'a wrong one is found')
})
