import { test } from 'tap'
import { unknownCharacter } from '../src/schema/assigned-characters.ts'
import { text } from '../src/schema/scalars.ts'

const CODE_POINTS = 0x110000

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff
}

test('the table is that of Unicode 15.1, and this Node knows every character of it', (t) => {
  let known = 0
  const strangers: number[] = []
  for (let codePoint = 0; codePoint < CODE_POINTS; codePoint++) {
    if (isSurrogate(codePoint)) continue
    const character = String.fromCodePoint(codePoint)
    if (unknownCharacter(character) !== undefined) continue
    known += 1
    if (!/^\p{Assigned}$/u.test(character)) strangers.push(codePoint)
  }
  // 149,813 characters, 137,468 for private use, 65 controls.
  t.equal(known, 287_346)
  t.same(strangers, [], `Unicode ${process.versions.unicode}`)
  t.end()
})

test('a character that younger tables know is refused like one that none knows', (t) => {
  const field = text({ max: 10 })
  // The first is of Unicode 16, the second of 17; U+0378 is of none.
  for (const character of ['\u1c89', 'x\u1acf\u0316', '\u0378']) {
    t.throws(() => field.fromJson(character, 'name'), /Unicode 15.1 does not know, U\+/, JSON.stringify(character))
  }
  for (const name of ['南海精密模具有限公司', 'Bình Dương Gỗ Việt', 'บริษัท', 'شركة', '👍', '𠮷野家', '\u{31350}', '\ue000']) {
    t.equal(field.fromJson(name.slice(0, 10), 'name'), name.slice(0, 10), name)
  }
  t.end()
})
