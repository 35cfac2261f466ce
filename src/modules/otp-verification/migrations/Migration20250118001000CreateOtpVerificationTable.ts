import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Codes: one live row for each subject and purpose. */
export class Migration20250118001000CreateOtpVerificationTable extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "otp_verification" (
      "id" text not null,
      "subject" text not null,
      "purpose" text not null,
      "channel" text not null,
      "destination_hash" text not null,
      "code_hash" text not null,
      "attempts" integer not null default 0,
      "max_attempts" integer not null,
      "expires_at" timestamptz not null,
      "consumed_at" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "otp_verification_pkey" primary key ("id"),
      constraint "otp_verification_attempts_check" check ("attempts" between 0 and "max_attempts")
    );`)
    this.addSql(
      `create unique index if not exists "IDX_otp_verification_live" on "otp_verification" ("subject", "purpose") where consumed_at is null;`
    )
    this.addSql(
      `create index if not exists "IDX_otp_verification_expires_at" on "otp_verification" ("expires_at");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "otp_verification" cascade;`)
  }
}
