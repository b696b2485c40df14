import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rpcUrl } from '@hanse/devnet'
import { startNetwork } from '../network.ts'
import { defineScenario, type OnProgress, type ScenarioResult } from '../scenario.ts'

/** Documents a second, from the start of the program to its end. */
const PER_SECOND_MIN = 50

const CLI = fileURLToPath(new URL('../../../cli/dist/main.js', import.meta.url))
const DOCUMENTS = fileURLToPath(new URL('../../../../devnet/documents/', import.meta.url))
/** The number of the devnet's invoice: year, region and channel, then fifteen digits of a sequence. */
const NUMBER = '25442000000000000017'
const SERIES = NUMBER.slice(0, 5)
const SEQUENCE_DIGITS = 15
const QUOTA = ['sellerId=nanhai', 'currency=CNY', 'period=2025-12', 'limit=100000000000000000']

export const importScenario = defineScenario({
  name: 'import',
  summary: '`hanse import ubl` of a folder of invoices, from the start of the program until all are final',
  options: {
    documents: { default: 500, min: 1, max: 10_000 },
    validators: { default: 4, min: 4, max: 16 },
  },
  run: importUbl,
})

interface ImportOptions {
  readonly documents: number
  readonly validators: number
}

async function importUbl({ documents, validators }: ImportOptions, onProgress: OnProgress): Promise<ScenarioResult> {
  const network = await startNetwork(validators)
  const folder = await mkdtemp(join(tmpdir(), 'hanse-bench-import-'))
  try {
    const [node] = network.devnet.nodes
    if (node === undefined) throw new Error('a network has nodes')
    const hanse = (...words: readonly string[]): Promise<void> => run([CLI, '--rpc', rpcUrl(node), '--home', folder, ...words])
    const transaction = join(folder, 'quota.json')
    await hanse('tx', 'build', 'invoices.grantQuota', ...QUOTA, '--sender', 'demo:tax/maker', '--out', transaction)
    await hanse('tx', 'sign', transaction, '--key', 'demo:tax/maker')
    await hanse('tx', 'send', transaction, '--wait')
    const invoices = join(folder, 'invoices')
    await writeInvoices(invoices, documents)
    onProgress(0, 1, 'folder imported')
    const startMs = performance.now()
    await hanse('import', 'ubl', invoices, '--map', join(DOCUMENTS, 'party-map.json'), '--key', 'demo:nanhai/maker')
    return report({ documents, validators, seconds: (performance.now() - startMs) / 1000 })
  } finally {
    await network.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function report({ documents, validators, seconds }: ImportOptions & { readonly seconds: number }): ScenarioResult {
  const perSecond = documents / seconds
  const failed = perSecond < PER_SECOND_MIN
  const figures = { scenario: 'import', validators, documents, seconds, perSecond }
  const lines = [
    `import: ${documents} invoices, ${validators} validators`,
    `  ${seconds.toFixed(2)} s, ${perSecond.toFixed(0)} documents/s, judged, issued and final`,
    ...(failed ? [`  not kept: at least ${PER_SECOND_MIN} documents/s are promised`] : []),
  ]
  return { lines, figures, failed }
}

async function writeInvoices(folder: string, documents: number): Promise<void> {
  const invoice = await readFile(join(DOCUMENTS, 'shunhe-invoice.xml'), 'utf8')
  await mkdir(folder)
  for (let index = 1; index <= documents; index++) {
    const number = `${SERIES}${`${index}`.padStart(SEQUENCE_DIGITS, '0')}`
    await writeFile(join(folder, `${number}.xml`), invoice.replace(NUMBER, number))
  }
}

/** The program as a shell would start it. What it says is told where it fails. */
function run(words: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${words[5]} ${words[6]}: ${said}`))
    })
  })
}
