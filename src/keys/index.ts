export { deriveKey, type KeyLabel } from "./derive-key"
export { mac } from "./mac"
