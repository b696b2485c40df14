import { runCommandLine } from './program.ts'

// `hanse … | head` closes the pipe when it has enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const exitCode = await runCommandLine(process.argv.slice(2))
// Pipes are written in the background on some systems: the last of a large answer must be out before the process ends.
process.stdout.write('', () => process.exit(exitCode))
