import { isHash } from '@hanse/primitives'
import { isRecovery } from '@hanse/protocol'
import type { HanseClient, ReadableBlock } from '@hanse/sdk'
import { InvalidArgumentError } from 'commander'
import type { Register } from '../command.ts'
import { isoTime, type Output } from '../terminal/output.ts'

type BlockReference = number | string

export const registerBlock: Register = (block, run) => {
  block
    .command('show')
    .argument('[block]', 'a height, a block hash, latest or earliest', blockArgument, 'latest')
    .description('a block, who signed it, and what is in it')
    .action(
      async (reference: BlockReference) =>
        await run(async ({ connect, output }) => {
          const client = await connect()
          const found = await client.callRaw('chain_getBlock', { height: reference })
          showBlock(found as unknown as ReadableBlock, await organizations(client), output)
          output.result(found)
        }),
    )
}

function blockArgument(text: string): number | string {
  if (/^[0-9]{1,15}$/.test(text)) return Number(text)
  if (text === 'latest' || text === 'earliest' || isHash(text)) return text
  throw new InvalidArgumentError('A height, a block hash, latest or earliest.')
}

/** Names of the validators, in the order that certificates count them. */
async function organizations(client: HanseClient): Promise<readonly string[]> {
  return (await client.call('consensus_getValidators')).items.map(({ organization }) => organization)
}

function showBlock(block: ReadableBlock, names: readonly string[], output: Output): void {
  const { header, certificate, transactions = [], receipts = [] } = block
  const nameOf = (index: number): string => names[index] ?? `validator ${index}`
  output.fields([
    ['height', header.height],
    ['hash', block.hash],
    ['parent', header.parent],
    ['time', isoTime(header.timeMs)],
    ['proposer', nameOf(header.proposer)],
    ['signed by', certificate?.signatures.map(({ signer }) => nameOf(signer)).join(', ')],
    ['view', certificate !== undefined && isRecovery(certificate) ? 'none: an epoch begins by recovery' : certificate?.view],
    ['state root', header.stateRoot],
    ['transactions', transactions.length],
    ['size', `${block.sizeBytes} bytes`],
  ])
  if (transactions.length === 0) return
  output.line()
  output.table(
    ['#', 'hash', 'calls', 'outcome'],
    transactions.map(({ hash, body }, index) => [
      index,
      hash,
      body.calls.map(({ module, command }) => `${module}.${command}`).join(' '),
      receipts[index]?.code ?? receipts[index]?.outcome,
    ]),
  )
}
