import { readFileSync, writeFileSync } from 'node:fs'
import { ERROR_DOCS_PATH, withErrorTable } from './error-docs.ts'

// Writes the table of docs/errors.md anew: `node packages/rpc/test/record-docs.ts`. A test compares.
writeFileSync(ERROR_DOCS_PATH, withErrorTable(readFileSync(ERROR_DOCS_PATH, 'utf8')))
