import { z } from "zod"
import { READS, SENDS } from "../../openapi/codes"
import { answers, bodies, type Entry } from "../../openapi/entry"
import {
  ChosenCustomer,
  Customer,
  DOCUMENTED,
  flags,
  renewed,
  SentCode,
  verificationType,
} from "../../utils/openapi"
import { registrationOf, StoreSendOtp, StoreVerifyOtp } from "./validators"

/** Of the routes that answer a customer as Medusa does. */
export const fields = z.object({
  fields: z
    .string()
    .optional()
    .meta({
      description:
        "Which of Medusa's fields of the customer to answer, as on Medusa's own routes.",
      examples: ["id,first_name,*addresses"],
    }),
})

export const ProvenCode = StoreVerifyOtp.register(bodies, { id: "TypedCode" })

export const RegistrationAnswer = z
  .strictObject({
    customer: ChosenCustomer,
    verification: z
      .array(SentCode.extend({ type: verificationType }))
      .optional()
      .meta({
        description: "Of the codes that `autoSendOnRegistration` sent.",
      }),
  })
  .register(answers, { id: "RegistrationAnswer" })

export const VerifiedContact = z
  .strictObject({
    verified: z.literal(true),
    type: verificationType,
    ...flags,
    customer: Customer,
    ...renewed,
  })
  .register(answers, { id: "VerifiedContact" })

export const storeCustomerRoutes: Entry[] = [
  {
    route: "POST /store/customers",
    tag: "Registration",
    summary: "Register a customer",
    description:
      "The options say which contacts must be there. The one that the token was made for must be the one in the body.",
    access: "registration",
    query: fields,
    // Medusa refuses what it does not know.
    body: z
      .strictObject(registrationOf(DOCUMENTED).shape)
      .register(bodies, { id: "Registration" }),
    answers: {
      200: RegistrationAnswer,
    },
    codes: [
      ...SENDS,
      "already_registered",
      "contact_required",
      "contact_mismatch",
      "contact_taken",
      "contact_missing",
      "provider_not_allowed",
      "customer_not_found",
      "mfa_required",
      "not_found",
    ],
  },
  {
    route: "POST /store/customers/otp/send",
    tag: "Registration",
    summary: "Send a customer the code that verifies a contact",
    description:
      "It needs no login. Send the customer's own token with it if you have one, that of a registration as well: it has limits apart from a stranger's. A new code replaces the old one.",
    access: "owned",
    body: StoreSendOtp.register(bodies, { id: "CodeRequest" }),
    answers: { 200: SentCode },
    codes: [
      ...SENDS,
      "customer_not_found",
      "contact_missing",
      "already_verified",
    ],
  },
  {
    route: "POST /store/customers/otp/verify",
    tag: "Registration",
    summary: "Verify a contact by its code, and log in",
    description:
      "`token` is `null` and `needs_login` is `true` where the contact is no login of the store, or the only login is by the other contact and that is not verified.",
    access: "store",
    body: ProvenCode,
    answers: {
      200: VerifiedContact,
    },
    codes: [...READS, "contact_taken", "contact_missing", "customer_not_found"],
  },
]
