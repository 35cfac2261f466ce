import type { z } from "zod"
import type * as Client from "../../../client"
import type {
  RegisterCustomerAnswer,
  SendOtpAnswer,
  UndoContactChangeAnswer,
  VerifiedCustomer,
  VerifyOtpAnswer,
} from "../../../helpers/answers"
import type {
  RegistrationAnswer,
  VerifiedContact,
} from "../../store/customers/openapi"
import type { UndoneChange } from "../../store/customers/password/openapi"
import type {
  Customer,
  DeletionAnswer,
  MfaChallenge,
  SentCode,
} from "../../utils/openapi"

/** What an answer's schema and the client's type of it have to say to each other. */
type Differences<Schema, Type> = Schema extends Type
  ? keyof Type & string extends keyof Schema
    ? []
    : [missing: Exclude<keyof Type, keyof Schema>]
  : [schema: Schema, isNot: Type]

/** Checked by `npm run typecheck` alone: it takes no argument where the two agree. */
function agree<Schema extends z.ZodType, Type>(
  ..._differences: Differences<z.output<Schema>, Type>
): void {}

it("The client's types are those of the answers' schemas", () => {
  agree<typeof SentCode, SendOtpAnswer>()
  agree<typeof Customer, VerifiedCustomer>()
  agree<typeof RegistrationAnswer, RegisterAnswered>()
  agree<typeof VerifiedContact, VerifyOtpAnswer>()
  agree<typeof UndoneChange, UndoContactChangeAnswer>()
  agree<typeof MfaChallenge, Client.MfaRequired["mfa_challenge"]>()
  agree<typeof DeletionAnswer, Client.AccountDeletionAnswer>()
})

/** Where the request chooses the fields, the client asks for all. */
type RegisterAnswered = Omit<RegisterCustomerAnswer, "customer"> & {
  customer: Pick<VerifiedCustomer, "email_verified" | "phone_verified">
}
