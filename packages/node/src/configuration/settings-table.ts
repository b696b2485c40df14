import { allSettings } from '../config.ts'

/** The table of all settings in docs/operating.md. */
export function settingsTable(): string {
  const rows = allSettings().flatMap(({ settings }) =>
    settings.map(({ path, description, values, fallback, isRequired }) => {
      const otherwise = isRequired ? 'required' : fallback === undefined ? 'none' : `\`${JSON.stringify(fallback)}\``
      return `| \`${path}\` | ${otherwise} | ${values} | ${description} |`
    }),
  )
  return ['| setting | default | values | is |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
