import { type Options, parseOptions, USAGE, UsageError } from './options.ts'
import { speedReport, suiteReport } from './report.ts'
import { runSuite } from './run-suite.ts'
import { measureSpeed } from './speed.ts'
import { suiteFiles } from './suite-files.ts'

const EXIT_DIFFERENT = 1
const EXIT_USAGE = 2

function main(options: Options): number {
  if (options.suite === 'speed') {
    const speed = measureSpeed(options.lines)
    console.log(options.json ? JSON.stringify(speed) : speedReport(speed))
    return 0
  }
  const result = runSuite(suiteFiles(options.folder))
  if (result.tests === 0 && result.differences.length === 0) throw new UsageError(`${options.folder} holds no test of a UBL document`)
  console.log(options.json ? JSON.stringify(result) : suiteReport(result))
  return result.differences.length === 0 ? 0 : EXIT_DIFFERENT
}

try {
  process.exitCode = main(parseOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`${error.message}\nTry: ${USAGE}`)
  process.exitCode = EXIT_USAGE
}
