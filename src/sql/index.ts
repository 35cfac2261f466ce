export { execute } from "./execute"
export { executeOne } from "./execute-one"
