export { TEST_CERTIFICATE } from '../certificate.ts'
