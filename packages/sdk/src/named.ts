import { nearestWord, reject } from '@hanse/primitives'
import { HanseError } from './errors.ts'

/** Asked of every object, by `await` and by `JSON.stringify`: they are no one's typing error. */
const PROBED: ReadonlySet<string> = new Set(['then', 'toJSON'])
const NAME = /^[a-z][A-Za-z0-9-]*$/

/** The same members; a name that is not among them throws `sdk/unknown-name` and says which there are, instead of being undefined. */
export function named<T extends object>(members: T, owner: string): T {
  return new Proxy(members, {
    get: (target, key) => {
      const isUnknown = typeof key === 'string' && !(key in target) && NAME.test(key) && !PROBED.has(key)
      if (!isUnknown) return Reflect.get(target, key)
      const names = Object.keys(target)
      const all = `It has ${names.join(', ')}.`
      const meant = nearestWord(key, names)
      const hint = meant === undefined ? all : `Did you mean ${meant}? ${all}`
      throw new HanseError(reject('sdk/unknown-name', `${owner} has no ${key}`, { hint, path: key }))
    },
  })
}
