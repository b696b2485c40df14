export { runDemo, STORY_NAMES } from './demo/index.ts'
