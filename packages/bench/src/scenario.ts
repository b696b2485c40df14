/** A whole number that `--name` takes. */
export interface IntegerOption {
  readonly default: number
  readonly min: number
  readonly max: number
}

/** A whole number, or `word`. */
export interface NumberOrWordOption<W extends string = string> {
  readonly default: number | W
  readonly min: number
  readonly max: number
  readonly word: W
}

/** One of these words, or any text where `choices` is absent. */
export interface TextOption {
  readonly default: string
  readonly choices?: readonly string[]
}

export type ScenarioOption = IntegerOption | NumberOrWordOption | TextOption

export type OptionTable = Readonly<Record<string, ScenarioOption>>

type OptionValue<T extends ScenarioOption> = T extends NumberOrWordOption<infer W> ? number | W : T extends IntegerOption ? number : string

export type OptionValues<T extends OptionTable> = { readonly [K in keyof T]: OptionValue<T[K]> }

/** What a scenario says at its end. */
export interface ScenarioResult {
  readonly lines: readonly string[]
  /** For --json. */
  readonly figures: object
  /** For --svg. */
  readonly chart?: string
  /** Something did not go as it must: exit code 1. */
  readonly failed: boolean
}

/** Told of the share that is done, and of what is being done. */
export type OnProgress = (done: number, total: number, what: string) => void

export interface Scenario {
  readonly name: string
  readonly summary: string
  readonly options: OptionTable
  /** The option that a word right after the scenario's name fills. */
  readonly positional?: string
  /** It has a chart: `--svg` is one more option. */
  readonly draws?: boolean
  run(values: Readonly<Record<string, number | string>>, onProgress: OnProgress): Promise<ScenarioResult>
}

/** Binds the types of a scenario's options to what its `run` gets. */
export function defineScenario<const T extends OptionTable>(definition: {
  readonly name: string
  readonly summary: string
  readonly options: T
  readonly positional?: keyof T & string
  readonly draws?: boolean
  run(values: OptionValues<T>, onProgress: OnProgress): Promise<ScenarioResult>
}): Scenario {
  return definition as unknown as Scenario
}
