import type { Command } from 'commander'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-code.ts'

/** Runs an action with the shared options read; what it returns, if anything, is the exit code. */
export type Run = (action: (context: Context) => Promise<void> | Promise<ExitCode>) => Promise<void>

/** Says what a command takes and does, or which commands a group has; name and description stand in `program.ts`. */
export type Register = (command: Command, run: Run) => void
