export {
  execute,
  executeOne,
  isRefusedAs,
  type Executor,
  type SqlContext,
} from "./execute"
export { statement, type Statement, type Value, type Values } from "./statement"
export { inTransaction } from "./transaction"
