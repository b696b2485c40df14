export type Labels = Readonly<Record<string, string>>

/** Measurements out. Names and labels are those of docs/operating.md. */
export interface Meter {
  count(name: string, labels?: Labels, by?: number): void
  gauge(name: string, value: number, labels?: Labels): void
  /** Seconds, for names that end in `_seconds`. */
  observe(name: string, value: number, labels?: Labels): void
}
