import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"
import { PROVEN_ONCE } from "../indexes"

/**
 * One account for each proven contact. Where there are customers, the module's loader builds the indexes, and keeps the older of
 * two proofs. And the e-mails that customers have named while Medusa's table has them for somebody else.
 */
export class Migration20251126120000ProvenContactsOnce extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.startIndex(PROVEN_ONCE.email)
    await schema.startIndex(PROVEN_ONCE.phone)
    await schema.change(`create table if not exists "pending_email" (
      "customer_id" text not null,
      "email" text not null,
      "created_at" timestamptz not null default now(),
      constraint "pending_email_pkey" primary key ("customer_id")
    );`)
    await schema.change(
      `create index if not exists "IDX_pending_email_email" on "pending_email" ("email");`
    )
    await schema.change(
      `create index if not exists "IDX_pending_email_created_at" on "pending_email" ("created_at");`
    )
  }

  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.change(`drop table if exists "pending_email" cascade;`)
    await schema.dropIndex(PROVEN_ONCE.phone.name)
    await schema.dropIndex(PROVEN_ONCE.email.name)
  }
}
