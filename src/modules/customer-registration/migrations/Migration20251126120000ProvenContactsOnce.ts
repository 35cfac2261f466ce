import { logger } from "@medusajs/framework/logger"
import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * One account for each proven contact; guests have none. Of those that two accounts have proven, the older proof stays; the others lose
 * their flag, and the log names their ids. And the e-mails that customers have named while Medusa's table has them for
 * somebody else.
 */
export class Migration20251126120000ProvenContactsOnce extends Migration {
  override async up(): Promise<void> {
    await this.keepOlderProofs("email", `lower("email")`)
    await this.keepOlderProofs("phone", `"phone"`)
    this.addSql(
      `create unique index if not exists "IDX_customer_registration_proven_email" on "customer" (lower("email")) where email_verified and has_account and deleted_at is null;`
    )
    this.addSql(
      `create unique index if not exists "IDX_customer_registration_proven_phone" on "customer" ("phone") where phone_verified and has_account and deleted_at is null;`
    )
    this.addSql(`create table if not exists "pending_email" (
      "customer_id" text not null,
      "email" text not null,
      "created_at" timestamptz not null default now(),
      constraint "pending_email_pkey" primary key ("customer_id")
    );`)
    this.addSql(
      `create index if not exists "IDX_pending_email_email" on "pending_email" ("email");`
    )
    this.addSql(
      `create index if not exists "IDX_pending_email_created_at" on "pending_email" ("created_at");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pending_email" cascade;`)
    this.addSql(
      `drop index if exists "IDX_customer_registration_proven_phone";`
    )
    this.addSql(
      `drop index if exists "IDX_customer_registration_proven_email";`
    )
  }

  private async keepOlderProofs(contact: string, key: string): Promise<void> {
    const flag = `"${contact}_verified"`
    const dropped = await this.execute(
      `update "customer" set ${flag} = false from (
        select "id", row_number() over (
          partition by ${key} order by coalesce("verified_at", "created_at"), "created_at", "id"
        ) as "proof"
        from "customer" where ${flag} and ${key} is not null and "has_account" and "deleted_at" is null
      ) as ranked
      where ranked."id" = "customer"."id" and ranked."proof" > 1 returning "customer"."id"`
    )
    if (dropped.length) {
      const ids = dropped
        .map((customer) => String(Reflect.get(customer, "id")))
        .join(", ")
      logger.warn(
        `customer-registration: dropped ${contact}_verified of customers whose ${contact} another one proved before: ${ids}`
      )
    }
  }
}
