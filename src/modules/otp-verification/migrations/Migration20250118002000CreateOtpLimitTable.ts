import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Limits: who may be sent a code how often, and how often may be guessed. Keys are keyed hashes. */
export class Migration20250118002000CreateOtpLimitTable extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "otp_limit" (
      "key" text not null,
      "max" integer not null,
      "period" interval not null,
      "hits" timestamptz[] not null default '{}',
      "used" integer not null default 0,
      "expires_at" timestamptz not null,
      constraint "otp_limit_pkey" primary key ("key")
    );`)
    this.addSql(
      `create index if not exists "IDX_otp_limit_expires_at" on "otp_limit" ("expires_at");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "otp_limit" cascade;`)
  }
}
