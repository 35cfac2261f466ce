export {
  execute,
  executeOne,
  isRefusedAs,
  type Executor,
  type SqlContext,
} from "./execute"
export {
  changeOnline,
  unbuiltIndexes,
  type Index,
  type OnlineSchema,
} from "./online-schema"
export { statement, type Statement, type Value, type Values } from "./statement"
export { inTransaction } from "./transaction"
