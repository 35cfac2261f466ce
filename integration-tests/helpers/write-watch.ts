import { WireMessage, zeroEnded } from "./postgres-messages"

const WRITE =
  /^\s*(?:with\b.*?\b)?(insert\s+into|update|delete\s+from)\s+"?(?:public"?\.")?(\w+)/is
const COMMIT = /^\s*commit\b/i
const ROLLBACK = /^\s*rollback\b(?!\s+to\b)/i

/**
 * Follows one connection and says which message of the client makes a write last. That is an INSERT, UPDATE or DELETE
 * (also inside a WITH) outside a transaction, or the COMMIT of a transaction that wrote: before a COMMIT, PostgreSQL
 * forgets what the transaction did, so a cut between its statements leaves what a cut before its COMMIT leaves.
 */
export class WriteWatch {
  private readonly statements = new Map<string, string>()
  private bound = ""
  private inTransaction = false
  private uncommitted: string[] = []

  /** @returns what the message writes for good, such as "update customer"; nothing if it does not */
  client({ type, body }: WireMessage): string | undefined {
    if (type === "P") {
      const [name, sql] = zeroEnded(body, 2)
      this.statements.set(name, sql)
    } else if (type === "B") {
      const [, name] = zeroEnded(body, 2)
      this.bound = this.statements.get(name) ?? ""
    } else if (type === "E") {
      return this.execute(this.bound)
    } else if (type === "Q") {
      return this.execute(zeroEnded(body, 1)[0])
    }
    return undefined
  }

  /** @returns whether PostgreSQL is done with what the client sent */
  server({ type, body }: WireMessage): boolean {
    if (type !== "Z") {
      return false
    }
    this.inTransaction = body.toString() !== "I"
    return true
  }

  private execute(sql: string): string | undefined {
    if (COMMIT.test(sql) || ROLLBACK.test(sql)) {
      const written = COMMIT.test(sql) ? this.uncommitted : []
      this.uncommitted = []
      return written.length ? `commit ${written.join(", ")}` : undefined
    }
    const [, verb, table] = WRITE.exec(sql) ?? []
    if (!verb) {
      return undefined
    }
    const write = `${verb.split(/\s/)[0].toLowerCase()} ${table}`
    if (this.inTransaction) {
      this.uncommitted.push(write)
      return undefined
    }
    return write
  }
}
