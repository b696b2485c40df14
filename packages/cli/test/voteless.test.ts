import { join } from 'node:path'
import { encodeGenesis, type Genesis, type Json } from '@hanse/protocol'
import { test } from 'tap'
import { testChain } from '../../node/test/support/test-chain.ts'
import { votelessOrganizations } from '../src/genesis/voteless.ts'
import { runCli } from './support/run-cli.ts'

const CHAIN = testChain()
const MEMBERS = { members: [{ organization: 'core-firm', partyId: 'shunhe' }] }

function withGovernance(genesis: Json | undefined): Genesis {
  const others = CHAIN.genesis.modules.filter(({ name }) => name !== 'governance')
  return { ...CHAIN.genesis, modules: [...others, { name: 'governance', version: 1, ...(genesis === undefined ? {} : { genesis }) }] }
}

test('organizations without a party in genesis are told before the chain begins', async (t) => {
  t.same(votelessOrganizations(withGovernance(undefined)), ['core-firm', 'supplier'])
  t.same(votelessOrganizations(withGovernance(MEMBERS)), ['supplier'])
  t.same(votelessOrganizations({ ...CHAIN.genesis, modules: CHAIN.genesis.modules.filter(({ name }) => name !== 'governance') }), [])
  const root = t.testdir({ 'genesis.json': Buffer.from(encodeGenesis(withGovernance(MEMBERS))) })
  const { code, stderr } = await runCli(['genesis', 'verify', join(root, 'genesis.json')])
  t.match([code, stderr], [0, /no party in genesis stands for supplier: without a vote/])
})
