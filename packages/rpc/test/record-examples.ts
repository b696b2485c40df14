import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { recordExamples } from './example-calls.ts'

// Writes generated/examples.js anew: `node packages/rpc/test/record-examples.ts`. A test compares.
const path = fileURLToPath(new URL('../generated/examples.js', import.meta.url))
writeFileSync(path, `// Made by test/record-examples.ts.\nexport const EXAMPLES = ${JSON.stringify(await recordExamples(), null, 2)}\n`)
