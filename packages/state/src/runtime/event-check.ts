import { ATTRIBUTE_VALUE_LENGTH_MAX, ATTRIBUTES_PER_EVENT_MAX, type Event, eventCodec } from '@hanse/protocol'
import { LimitFault } from './limit-fault.ts'

type Attribute = Event['attributes'][number]

const PLAIN = /^[\x20-\x7e]*$/
const EVENT_NAME_LENGTH_MAX = 64

/** What the format refuses would make a receipt that nobody can decode. Plain ASCII of fair length needs no closer look. */
function isPlain(event: Event): boolean {
  return event.attributes.every(
    ({ key, value }) =>
      key.length > 0 &&
      key.length <= EVENT_NAME_LENGTH_MAX &&
      value.length <= ATTRIBUTE_VALUE_LENGTH_MAX &&
      PLAIN.test(key) &&
      PLAIN.test(value),
  )
}

function byKeyThenValue(left: Attribute, right: Attribute): number {
  if (left.key !== right.key) return left.key < right.key ? -1 : 1
  if (left.value !== right.value) return left.value < right.value ? -1 : 1
  return 0
}

/** Most modules emit them in order. */
function isInOrder(attributes: readonly Attribute[]): boolean {
  for (let index = 1; index < attributes.length; index++) {
    if (byKeyThenValue(attributes[index - 1] as Attribute, attributes[index] as Attribute) > 0) return false
  }
  return true
}

/** The event as it goes into a receipt: attributes sorted by key and value, in UTF-16 code units. @throws LimitFault */
export function checkedEvent(event: Event): Event {
  if (event.attributes.length > ATTRIBUTES_PER_EVENT_MAX) {
    throw new LimitFault(
      'tx/event-too-large',
      `an event has at most ${ATTRIBUTES_PER_EVENT_MAX} attributes, not ${event.attributes.length}`,
    )
  }
  const attributes = [...event.attributes]
  if (!isInOrder(attributes)) attributes.sort(byKeyThenValue)
  const sorted: Event = { module: event.module, type: event.type, attributes }
  if (!isPlain(sorted)) {
    const parsed = eventCodec.parseJson(eventCodec.toJson(sorted))
    if (!parsed.ok) throw new LimitFault('tx/event-too-large', `an event that no receipt can hold: ${parsed.error.message}`)
  }
  return sorted
}
