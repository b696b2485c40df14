export { EXIT_CODE, type ExitCode } from './exit-code.ts'
export { runCommandLine } from './program.ts'
