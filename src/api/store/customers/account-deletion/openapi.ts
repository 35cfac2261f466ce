import { READS, SENDS, SENDS_QUIETLY } from "../../../openapi/codes"
import { bodies, type Entry } from "../../../openapi/entry"
import { DeletionAnswer, SentCode } from "../../../utils/openapi"
import { KnownContact } from "../password/openapi"
import { StoreRequestDeletion, StoreVerifyOtp } from "../validators"

export const accountDeletionRoutes: Entry[] = [
  {
    route: "POST /store/customers/account-deletion/request",
    tag: "Account deletion",
    summary: "Ask to delete the account",
    description:
      "The code goes to the verified e-mail, else to the verified phone, else to what is on file.",
    access: "customer",
    body: StoreRequestDeletion.register(bodies, { id: "DeletionReason" }),
    answers: { 200: SentCode },
    codes: [
      ...SENDS,
      "account_deletion_scheduled",
      "contact_missing",
      "customer_gone",
      "customer_not_found",
    ],
  },
  {
    route: "POST /store/customers/account-deletion/confirm",
    tag: "Account deletion",
    summary: "Confirm the deletion by its code",
    description: "The account is erased at `scheduled_at`.",
    access: "store",
    body: StoreVerifyOtp,
    answers: { 200: DeletionAnswer },
    codes: [
      ...READS,
      "account_deletion_not_allowed",
      "contact_taken",
      "contact_missing",
      "customer_not_found",
    ],
  },
  {
    route: "POST /store/customers/account-deletion/cancel-request",
    tag: "Account deletion",
    summary: "Ask for a code that keeps the account",
    description:
      "Exactly one of `email` and `phone`; no login needed. The answer is the same whether or not there is anything to cancel.",
    access: "owned",
    body: KnownContact,
    answers: { 200: SentCode },
    codes: SENDS_QUIETLY,
  },
  {
    route: "POST /store/customers/account-deletion/cancel-confirm",
    tag: "Account deletion",
    summary: "Keep the account, by a code",
    access: "store",
    body: StoreVerifyOtp,
    answers: { 200: DeletionAnswer },
    codes: [
      ...READS,
      "account_deletion_not_allowed",
      "account_deletion_not_found",
      "contact_taken",
      "customer_not_found",
    ],
  },
]
