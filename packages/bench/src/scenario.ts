/** A whole number that `--name` takes. */
export interface IntegerOption {
  readonly default: number
  readonly min: number
  readonly max: number
}

/** One of these words, or any text where `choices` is absent. */
export interface TextOption {
  readonly default: string
  readonly choices?: readonly string[]
}

export type OptionTable = Readonly<Record<string, IntegerOption | TextOption>>

export type OptionValues<T extends OptionTable> = { readonly [K in keyof T]: T[K] extends IntegerOption ? number : string }

/** What a scenario says at its end. */
export interface ScenarioResult {
  readonly lines: readonly string[]
  /** For --json. */
  readonly figures: object
  /** Something did not go as it must: exit code 1. */
  readonly failed: boolean
}

/** Told of the share that is done, and of what is being done. */
export type OnProgress = (done: number, total: number, what: string) => void

export interface Scenario {
  readonly name: string
  readonly summary: string
  readonly options: OptionTable
  run(values: Readonly<Record<string, number | string>>, onProgress: OnProgress): Promise<ScenarioResult>
}

/** Binds the types of a scenario's options to what its `run` gets. */
export function defineScenario<const T extends OptionTable>(definition: {
  readonly name: string
  readonly summary: string
  readonly options: T
  run(values: OptionValues<T>, onProgress: OnProgress): Promise<ScenarioResult>
}): Scenario {
  return definition as unknown as Scenario
}
