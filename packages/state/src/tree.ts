export { createStateHasher, type StateHasher } from './tree/hasher.ts'
export { Page, type PageRef } from './tree/page.ts'
export { type LeafChange, type PageSource, type TreeUpdate, updateTree } from './tree/update-tree.ts'
