export { DEMO_NAMES, runDemo } from './demo/index.ts'
