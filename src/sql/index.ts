export { execute } from "./execute"
