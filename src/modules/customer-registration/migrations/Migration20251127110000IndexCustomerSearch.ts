import { logger } from "@medusajs/framework/logger"
import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Adds the index by which the list of deletion requests finds customers by part of a name or a contact. It needs
 * PostgreSQL's own extension pg_trgm. Where that cannot be had, the index is left out: a search then reads all customers.
 */
export class Migration20251127110000IndexCustomerSearch extends Migration {
  override async up(): Promise<void> {
    if (!(await this.hasTrigrams())) {
      logger.warn(
        "customer-registration: the database offers no extension pg_trgm, so a search in the deletion requests reads all customers. USAGE.md says how to add the index."
      )
      return
    }
    this.addSql(`set local maintenance_work_mem = '256MB';`)
    this.addSql(
      `create index if not exists "IDX_customer_registration_search" on "customer" using gin ((coalesce("first_name" || ' ', '') || coalesce("last_name" || ' ', '') || coalesce("email" || ' ', '') || coalesce("phone" || ' ', '')) gin_trgm_ops) with (gin_pending_list_limit = 1024);`
    )
  }

  // The extension stays: others may use it by now.
  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_customer_registration_search";`)
  }

  private async hasTrigrams(): Promise<boolean> {
    await this.execute(
      `do $body$ begin
        create extension if not exists pg_trgm;
      exception when insufficient_privilege or feature_not_supported or undefined_file then null;
      end $body$;`
    )
    const found = await this.execute(
      `select 1 from pg_opclass where opcname = 'gin_trgm_ops' and pg_opclass_is_visible("oid")`
    )
    return found.length > 0
  }
}
