/** What a command's process ends with. */
export const EXIT_CODE = { ok: 0, failed: 1, usage: 2, notReady: 3, timedOut: 4 } as const
export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE]
