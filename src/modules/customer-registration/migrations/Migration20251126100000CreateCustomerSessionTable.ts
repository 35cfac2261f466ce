import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"

/** From when on a customer's login tokens count. */
export class Migration20251126100000CreateCustomerSessionTable extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.change(`create table if not exists "customer_session" (
      "customer_id" text not null,
      "valid_from" bigint not null,
      constraint "customer_session_pkey" primary key ("customer_id")
    );`)
  }

  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.change(`drop table if exists "customer_session" cascade;`)
  }
}
