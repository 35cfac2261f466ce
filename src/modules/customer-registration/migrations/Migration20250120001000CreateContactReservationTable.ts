import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"

/** Short leases on contacts that a registration is about to claim. Keys are keyed hashes. */
export class Migration20250120001000CreateContactReservationTable extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.change(`create table if not exists "contact_reservation" (
      "key" text not null,
      "holder" text not null,
      "expires_at" timestamptz not null,
      constraint "contact_reservation_pkey" primary key ("key")
    );`)
    await schema.change(
      `create index if not exists "IDX_contact_reservation_holder" on "contact_reservation" ("holder");`
    )
  }

  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.change(`drop table if exists "contact_reservation" cascade;`)
  }
}
