import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"

/**
 * The contact changes that their old contact may undo. The id is a keyed hash of the link's token, and `sealed` opens with
 * that token alone.
 */
export class Migration20251126120000CreateContactChangeUndoTable extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.change(`create table if not exists "contact_change_undo" (
      "id" text not null,
      "customer_id" text not null,
      "contact" text not null,
      "sealed" text not null,
      "created_at" timestamptz not null default clock_timestamp(),
      "expires_at" timestamptz not null,
      "used_at" timestamptz null,
      constraint "contact_change_undo_pkey" primary key ("id")
    );`)
    await schema.change(
      `create index if not exists "IDX_contact_change_undo_customer_id" on "contact_change_undo" ("customer_id");`
    )
    await schema.change(
      `create index if not exists "IDX_contact_change_undo_expires_at" on "contact_change_undo" ("expires_at");`
    )
  }

  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.change(`drop table if exists "contact_change_undo" cascade;`)
  }
}
