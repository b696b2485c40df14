import { type Rejection, reject } from '@hanse/primitives'

/** What the runtime itself refuses a transaction with while it executes, whichever module ran. */
export const RUNTIME_REJECTIONS = {
  'tx/value-too-large': { meaning: 'a record of a module would outgrow what the format allows', hint: 'Do it in smaller parts.' },
  'tx/key-too-large': { meaning: 'the key of a record would be longer than the format allows', hint: 'Use shorter identifiers.' },
  'tx/too-many-writes': {
    meaning: 'the transaction would change more keys, or write more bytes, than one transaction may',
    hint: 'Split the calls over several transactions. One call that does it is a matter of its module.',
  },
  'tx/block-full': {
    meaning: 'what the transactions before it wrote leaves the block no room for what this one writes',
    hint: 'Build it anew and send it again: another block has room.',
  },
  'tx/too-many-events': {
    meaning: 'the transaction has more events than a receipt holds',
    hint: 'Split the calls over several transactions.',
  },
  'tx/event-too-large': { meaning: 'an event of the transaction does not fit into a receipt', hint: 'Use shorter texts and fewer items.' },
  'tx/module-fault': {
    meaning:
      'a defect of a module: it threw, or found an invariant broken. The transaction changes nothing, and every node logs it as an error',
    hint: 'tx_simulate says which one. Report it with the transaction’s hash.',
  },
} as const

export type RuntimeCode = keyof typeof RUNTIME_REJECTIONS

export function refuseInRuntime(code: RuntimeCode, message: string): Rejection {
  return reject(code, message, { hint: RUNTIME_REJECTIONS[code].hint })
}
