import { object } from '@hanse/protocol'
import { defineRecord } from '@hanse/state'
import { certificateCodec, certNo, lineCodec, lineId, rootCodec } from './codecs.ts'
import { certificates, lines, roots } from './store.ts'

export const records = {
  line: defineRecord({
    summary: 'A credit line: its limit and what is used',
    key: object({ lineId }),
    value: lineCodec,
    keyOf: (key) => lines.keyOf(key.lineId),
  }),
  issue: defineRecord({
    summary: 'What all certificates of one issue share, by the root certificate’s number',
    key: object({ certNo }),
    value: rootCodec,
    keyOf: (key) => roots.keyOf(key.certNo),
  }),
  certificate: defineRecord({
    summary: 'A certificate: its holder, what is outstanding, its state',
    key: object({ certNo }),
    value: certificateCodec,
    keyOf: (key) => certificates.keyOf(key.certNo),
  }),
}
