export { type Message, readMessage } from './json/request-reader.ts'
