import { EXIT_CODE } from './exit-code.ts'
import { runCommandLine } from './program.ts'

// `hanse … | head` closes the pipe when it has enough: that is no failure. A full disk is one: what was asked for is not there.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(EXIT_CODE.ok)
  process.stderr.write(`✖ standard output cannot be written: ${message}\n  Try: free space where it leads, or another place\n`)
  process.exit(EXIT_CODE.failed)
})

const exitCode = await runCommandLine(process.argv.slice(2))
// Pipes are written in the background on some systems: the last of a large answer must be out before the process ends. A write that
// failed ends it above.
process.stdout.write('', (error) => {
  if (error === null || error === undefined) process.exit(exitCode)
})
