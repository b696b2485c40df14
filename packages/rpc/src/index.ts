export type * from './node-api.ts'
