export { deriveKey, type KeyLabel } from "./derive-key"
export { mac } from "./mac"
export { secretText } from "./secret-text"
export { tokenKeys, type TokenKeys } from "./token-keys"
