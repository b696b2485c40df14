import pc from 'picocolors'

/** Colours for people at a terminal; none where the output is piped, and none when NO_COLOR is set. */
export const colors: ReturnType<typeof pc.createColors> = pc.createColors(
  process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb',
)
