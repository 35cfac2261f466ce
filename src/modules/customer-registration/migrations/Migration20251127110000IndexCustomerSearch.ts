import { logger } from "@medusajs/framework/logger"
import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"
import { HAS_TRIGRAMS, INDEXES } from "../indexes"

/**
 * Adds the index by which the list of deletion requests finds customers by part of a name or a contact. It needs
 * PostgreSQL's own extension pg_trgm. Where that cannot be had, the index is left out: a search then reads all customers.
 */
export class Migration20251127110000IndexCustomerSearch extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.change(
      `do $body$ begin
        create extension if not exists pg_trgm;
      exception when insufficient_privilege or feature_not_supported or undefined_file then null;
      end $body$;`
    )
    if ((await schema.change(HAS_TRIGRAMS)).length === 0) {
      logger.warn(
        "customer-registration: the database offers no extension pg_trgm, so a search in the deletion requests reads all customers. USAGE.md says what to do."
      )
      return
    }
    await schema.startIndex(INDEXES.search)
  }

  // The extension stays: others may use it by now.
  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.dropIndex(INDEXES.search.name)
  }
}
