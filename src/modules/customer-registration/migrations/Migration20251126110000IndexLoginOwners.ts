import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"
import { INDEXES } from "../indexes"

/**
 * Adds the index by which the logins of a customer are found: Medusa keeps the owner of an auth identity in its metadata.
 *
 * A plugin's migrations run before those of the auth module on a fresh database, so the table is created as Medusa's
 * first migration creates it if it is not there yet; that migration then finds it (it too says `if not exists`), and
 * the later ones change it. The index lies on the one column that they all keep.
 */
export class Migration20251126110000IndexLoginOwners extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.change(`create table if not exists "auth_identity" (
      "id" text not null,
      "entity_id" text not null,
      "provider" text not null,
      "user_metadata" jsonb null,
      "app_metadata" jsonb null,
      "provider_metadata" jsonb null,
      constraint "auth_identity_pkey" primary key ("id")
    );`)
    await schema.startIndex(INDEXES.loginOwner)
  }

  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.dropIndex(INDEXES.loginOwner.name)
  }
}
