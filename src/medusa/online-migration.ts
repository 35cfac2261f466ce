import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { changeOnline, type OnlineSchema } from "../sql"

/**
 * A migration that changes tables while the store reads and writes them. Medusa runs the migrations of a module in one
 * transaction, which keeps every lock until the last one has run; this one runs beside it, on another connection, each
 * statement by itself. So that transaction must hold no lock on the tables, and all migrations of the module are of this kind.
 *
 * An index cannot be built beside writes here: Medusa 2.21 keeps a second transaction open around the first, with a snapshot
 * for which such a build would wait for ever. The module's loader builds it.
 *
 * Where a later migration fails, Medusa forgets that this one has run. So every step may run again.
 */
export abstract class OnlineMigration extends Migration {
  protected abstract install(schema: OnlineSchema): Promise<void>
  protected abstract remove(schema: OnlineSchema): Promise<void>

  override isTransactional(): boolean {
    return false
  }

  override async up(): Promise<void> {
    await changeOnline(this.getKnex(), (schema) => this.install(schema))
  }

  override async down(): Promise<void> {
    await changeOnline(this.getKnex(), (schema) => this.remove(schema))
  }
}
