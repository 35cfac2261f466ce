import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Adds the index by which the logins of a customer are found: Medusa keeps the owner of an auth identity in its metadata.
 *
 * A plugin's migrations run before those of the auth module on a fresh database, so the table is created as Medusa's
 * first migration creates it if it is not there yet; that migration then finds it (it too says `if not exists`), and
 * the later ones change it. The index lies on the one column that they all keep.
 */
export class Migration20251126110000IndexLoginOwners extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "auth_identity" (
      "id" text not null,
      "entity_id" text not null,
      "provider" text not null,
      "user_metadata" jsonb null,
      "app_metadata" jsonb null,
      "provider_metadata" jsonb null,
      constraint "auth_identity_pkey" primary key ("id")
    );`)
    this.addSql(
      `create index if not exists "IDX_customer_registration_login_owner" on "auth_identity" (("app_metadata"->>'customer_id'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_customer_registration_login_owner";`)
  }
}
