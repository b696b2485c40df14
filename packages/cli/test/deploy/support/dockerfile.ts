export interface Instruction {
  readonly name: string
  /** `--from=build`, `--mount=type=cache,target=/x`: in the order that they stand. */
  readonly flags: readonly string[]
  /** What follows, as one text or as the words of a JSON array. */
  readonly value: string | readonly string[]
}

export interface Stage {
  readonly base: string
  readonly name: string | undefined
  readonly instructions: readonly Instruction[]
}

const KNOWN: ReadonlySet<string> = new Set('FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK ENTRYPOINT CMD'.split(' '))

/** The stages of a Dockerfile. Refuses an instruction that the tests would not carry out. */
export function parseDockerfile(source: string): readonly Stage[] {
  const lines = source
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
  const stages: { base: string; name: string | undefined; instructions: Instruction[] }[] = []
  for (const line of lines.filter((candidate) => candidate.trim() !== '')) {
    const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? []
    if (!KNOWN.has(name)) throw new Error(`not a Dockerfile instruction that is known here: ${line}`)
    const flags = leadingFlags(rest)
    const value = rest.slice(flags.reduce((at, flag) => rest.indexOf(flag, at) + flag.length, 0)).trim()
    if (name === 'FROM') {
      const [base = '', , stage] = value.split(/\s+/)
      stages.push({ base, name: stage, instructions: [] })
    } else stages.at(-1)?.instructions.push({ name, flags, value: value.startsWith('[') ? (JSON.parse(value) as string[]) : value })
  }
  return stages
}

/** Only what stands before the command is the instruction's own. */
function leadingFlags(text: string): readonly string[] {
  const words = text.split(/\s+/)
  const end = words.findIndex((word) => !word.startsWith('--'))
  return words.slice(0, end)
}
