export { aeadNative } from './aead-native.ts'
export {
  type CreateKeystoreOptions,
  createKeystore,
  type KeyProtection,
  type KeystoreInfo,
  type OpenKey,
  openKeystore,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  protectKeystore,
  readKeystoreInfo,
} from './keystore.ts'
export type { KeyPurpose } from './keystore-format.ts'
export { readPrivateFile, replacePrivateFile } from './private-file.ts'
export { sha256Native } from './sha256-native.ts'
export { createSigner, type LocalSigner } from './signer.ts'
export { verifySignatureNative } from './verify-signature-native.ts'
