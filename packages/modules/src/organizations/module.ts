import { defineModule } from '@hanse/state'
import { addOperator } from './commands/add-operator.ts'
import { classifyParty } from './commands/classify-party.ts'
import { propose } from './commands/propose.ts'
import { recoverOperators } from './commands/recover-operators.ts'
import { registerParty } from './commands/register-party.ts'
import { revokeOperator } from './commands/revoke-operator.ts'
import { rotateOperator } from './commands/rotate-operator.ts'
import { setKyc } from './commands/set-kyc.ts'
import { submitKyc } from './commands/submit-kyc.ts'
import { withdraw } from './commands/withdraw.ts'
import { events } from './events.ts'
import { initGenesis } from './genesis.ts'
import { afterTransaction, atBlock, authorize } from './hooks.ts'
import { invariants } from './invariants.ts'
import { classification, clientRef, listParties, operator, operatorsOfParty, party, partyByLei, partyByUscc, proposal } from './queries.ts'
import { records } from './records.ts'
import { ORGANIZATIONS_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'

/** Who takes part and who may sign: parties, KYC, operator keys, four-eyes. Decides who may send at all. */
export const organizations = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'Parties with LEI and USCC, their KYC, operator keys and four-eyes proposals',
  commands: {
    registerParty,
    setKyc,
    submitKyc,
    classifyParty,
    addOperator,
    rotateOperator,
    revokeOperator,
    recoverOperators,
    propose,
    withdraw,
  },
  queries: {
    party,
    partyByLei,
    partyByUscc,
    parties: listParties,
    operator,
    operators: operatorsOfParty,
    classification,
    proposal,
    clientRef,
  },
  events,
  records,
  rejections: ORGANIZATIONS_REJECTIONS,
  invariants,
  uses: [],
  authorize,
  afterTransaction,
  atBlock,
  initGenesis,
})
