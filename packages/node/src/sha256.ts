export { sha256Native } from '@hanse/crypto-native'
