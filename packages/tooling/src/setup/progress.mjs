const REDRAW_INTERVAL_MS = 250
const WORTH_A_LINE_MS = 1_000

/**
 * Tells on stderr what takes its time: one line that counts seconds on a terminal and stays as a summary,
 * one plain line elsewhere. What is over within a second says nothing.
 */
export async function withProgress(label, work) {
  const startedAtMs = Date.now()
  const terminal = process.stderr.isTTY === true
  const draw = () => {
    const elapsedMs = Date.now() - startedAtMs
    if (elapsedMs >= WORTH_A_LINE_MS) process.stderr.write(`\r\x1b[2K … ${label}  ${Math.floor(elapsedMs / 1000)} s`)
  }
  const timer = terminal ? setInterval(draw, REDRAW_INTERVAL_MS) : undefined
  try {
    const result = await work()
    const elapsedMs = Date.now() - startedAtMs
    if (elapsedMs >= WORTH_A_LINE_MS) process.stderr.write(`${clear(terminal)} ✔ ${label}  ${(elapsedMs / 1000).toFixed(1)} s\n`)
    return result
  } catch (error) {
    process.stderr.write(`${clear(terminal)} ✖ ${label}\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

function clear(terminal) {
  return terminal ? '\r\x1b[2K' : ''
}
