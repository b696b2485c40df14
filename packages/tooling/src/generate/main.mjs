import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
for (const path of generate(root)) process.stdout.write(`${path}\n`)
