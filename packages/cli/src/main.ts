import { runCommandLine } from './program.ts'

// `hanse … | head` closes the pipe when it has enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exit(await runCommandLine(process.argv.slice(2)))
