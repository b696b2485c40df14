import type { Command } from 'commander'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-code.ts'

/** Runs an action with the shared options read; what it returns, if anything, is the exit code. */
export type Run = (action: (context: Context) => Promise<void> | Promise<ExitCode>) => Promise<void>

/** Adds a command, or a group of them, to the program. */
export type Register = (program: Command, run: Run) => void
