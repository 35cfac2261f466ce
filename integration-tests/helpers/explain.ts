import type { Statement, Values } from "../../src/sql"
import { Sql } from "./module-suite"

type PlanNode = {
  "Node Type": string
  "Actual Rows": number
  "Actual Loops": number
  "Rows Removed by Filter"?: number
  Plans?: PlanNode[]
}

/** What a query did when it ran. */
export type Explained = {
  /** How many rows it returned. */
  rows: number
  /** How many rows its scans read, those that a filter removed among them. */
  read: number
  /** How often it read a whole table, for each such scan. */
  scans: number[]
  ms: number
}

/** Runs a query of the module for what PostgreSQL says of it. */
export async function explain<Row extends object>(
  sql: Sql,
  query: { statement: Statement<Values, Row>; values: Values }
): Promise<Explained> {
  const { statement, values } = query
  const [line] = await sql<{
    "QUERY PLAN": [{ Plan: PlanNode; "Execution Time": number }]
  }>(`explain (analyze, format json) ${statement.sql}`, statement.bind(values))
  const [{ Plan: plan, "Execution Time": ms }] = line["QUERY PLAN"]
  const nodes = nodesOf(plan)
  return {
    rows: plan["Actual Rows"],
    read: nodes.filter(readsTable).reduce((sum, node) => sum + rowsOf(node), 0),
    scans: nodes
      .filter((node) => node["Node Type"] === "Seq Scan")
      .map((node) => node["Actual Loops"]),
    ms,
  }
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** Scans of rows; what an index hands to a bitmap is counted where the bitmap is read. */
const SCANS = ["Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan"]

function readsTable({ "Node Type": type }: PlanNode): boolean {
  return SCANS.includes(type)
}

function rowsOf(node: PlanNode): number {
  const removed = node["Rows Removed by Filter"] ?? 0
  return (node["Actual Rows"] + removed) * node["Actual Loops"]
}
