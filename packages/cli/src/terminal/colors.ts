import pc from 'picocolors'

/** Colours for a stream that people look at; none where it is piped, and none when NO_COLOR is set. */
function colorsOf(stream: { readonly isTTY?: boolean }): ReturnType<typeof pc.createColors> {
  return pc.createColors(stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb')
}

export const outputColors = colorsOf(process.stdout)
export const errorColors = colorsOf(process.stderr)
