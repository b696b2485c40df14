import { CliError, toCliError } from '../cli-error.ts'

/** What was done before the node was lost is done: it is told with the error. */
export function brokenOff(error: unknown, items: readonly object[], total: number): CliError {
  const { rejection, exitCode, data } = toCliError(error)
  const message = `${rejection.message}, after ${items.length} of ${total} documents`
  return new CliError({ ...rejection, message }, { exitCode, data: { ...data, items } })
}
