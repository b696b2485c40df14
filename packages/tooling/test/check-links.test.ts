import { test } from 'tap'
import { checkLinks } from '../src/lint/check-links.mjs'
import { createWorkspace } from './support/workspace.ts'

const GUIDE = `# A guide, with *care*

## Two \`words\`

## Two words
`

test('a relative link leads to a file, and to a heading where it names one', (t) => {
  const links = [
    '[good](guide.md) [root](/README.md) [up](../README.md) ![image](picture.svg "a title") [web](https://example.org/x)',
    '[care](guide.md#a-guide-with-care) [first](guide.md#two-words) [second](guide.md#two-words-1) [here](#links)',
    '[missing](missing.md)',
    '[no heading](guide.md#three-words)',
    '`[code](missing.md)`',
    '```',
    '[code](missing.md)',
    '```',
    '[reference]: missing.md',
    '# Links',
  ].join('\n')
  const workspace = createWorkspace({ 'README.md': '', 'docs/links.md': links, 'docs/guide.md': GUIDE, 'docs/picture.svg': '' })
  t.teardown(() => workspace.remove())
  t.same(checkLinks(workspace.root, 'docs/links.md'), [
    "docs/links.md:3: 'missing.md' leads nowhere",
    "docs/links.md:4: 'guide.md#three-words' names no heading of docs/guide.md",
    "docs/links.md:9: 'missing.md' leads nowhere",
  ])
  t.end()
})
