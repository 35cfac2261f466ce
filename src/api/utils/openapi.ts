import { z } from "zod"
import { parseOptions } from "../../options"
import { answers } from "../openapi/entry"

/** What the JSON Schema of a body with one contact cannot say. */
export const ONE_CONTACT = {
  description: "Exactly one of the two.",
  examples: [{ email: "jane@example.com" }],
}

/** A store with every way to register and to log in. */
export const DOCUMENTED = parseOptions(
  { registration: { identifier: "both" } },
  {}
)

export const moment = z.iso
  .datetime()
  .meta({ examples: ["2026-11-27T10:15:00.000Z"] })
const token = (description: string) =>
  z.string().meta({ description, examples: ["eyJhbGciOiJIUzI1NiJ9.e30.c2ln"] })

/** A moment of an answer, or that there is none. */
export const when = moment.nullable()

export const contact = z.enum(["email", "phone"])

export const verificationType = z.enum([
  "email_verification",
  "phone_verification",
])

const flag = z.boolean().meta({ examples: [true] })

export const flags = { email_verified: flag, phone_verified: flag }

export const contacts = {
  email: z
    .string()
    .nullable()
    .meta({ examples: ["jane@example.com"] }),
  phone: z
    .string()
    .nullable()
    .meta({ examples: ["+12133734253"] }),
}

export const known = {
  id: z.string().meta({ examples: ["cus_01JDNB8R3Z7Q2M4K6T8V0W1X2Y"] }),
  ...contacts,
  ...flags,
  pending_email: z
    .string()
    .optional()
    .meta({
      description:
        "An e-mail that the customer has not proven, and another account has named: `email` is `null` until then.",
      examples: ["jane@example.com"],
    }),
}

/** A customer in the plugin's own answers. */
export const Customer = z
  .looseObject(known)
  .meta({
    description:
      "Medusa's customer with the plugin's flags. Medusa's other fields may come with it.",
  })
  .register(answers, { id: "Customer" })

/** A customer where the request chooses the fields: the flags are always there. */
export const ChosenCustomer = z
  .looseObject({
    ...known,
    ...z.object({ id: known.id, ...contacts }).partial().shape,
  })
  .meta({
    description:
      "As `Customer`, with the fields that the query parameter `fields` chooses; without it `id`, `email` and `phone` are there.",
  })
  .register(answers, { id: "ChosenCustomer" })

export const SentCode = z
  .strictObject({
    token: token("Goes back with the code."),
    expires_at: moment,
  })
  .register(answers, { id: "SentCode" })

/** A login that is complete. */
export const Login = z
  .strictObject({ token: token("A login, or a registration's token.") })
  .register(answers, { id: "Login" })

export const MfaChallenge = z
  .looseObject({
    id: z.string().meta({ examples: ["authmfacha_01JDNB8R3Z"] }),
    methods: z.array(z.string()).meta({ examples: [["totp"]] }),
    expires_at: moment,
  })
  .meta({ description: "Medusa's challenge for a second factor." })
  .register(answers, { id: "MfaChallenge" })

/** What Medusa answers in place of a login that wants a second step. */
export const secondSteps = {
  mfa: {
    token: token("For `POST /auth/mfa/challenges/{id}/verify` alone."),
    mfa_required: z.literal(true),
    mfa_challenge: MfaChallenge,
  },
  verification: {
    token: token("For Medusa's `/auth/verification` alone."),
    verification_required: z.literal(true),
    verification: z.unknown().optional(),
    // Where the store has joined Medusa's verification with the plugin's.
    code: z.literal("verification_required").optional(),
    message: z.string().optional(),
    customer_id: z.string().optional(),
    verification_type: verificationType.optional(),
  },
}

/** The login after something that ends every session or proves a contact. */
export const renewed = {
  token: token(
    "A new login, unless `needs_login`; with `mfa_required`, a token for the challenge alone."
  ).nullable(),
  needs_login: z.boolean(),
  mfa_required: z.boolean().optional(),
  mfa_challenge: MfaChallenge.optional(),
  verification_required: z.boolean().optional(),
  verification: z.unknown().optional(),
}

export const Success = z
  .strictObject({ success: z.literal(true) })
  .register(answers, { id: "Success" })

/** What everybody may read of a deletion request. */
export const deletionFields = {
  id: z.string().meta({ examples: ["accdel_01JDNB8R3Z"] }),
  customer_id: known.id,
  status: z.enum(["pending", "confirmed", "completed", "cancelled"]),
  reason: z.string().nullable(),
  created_at: moment,
  confirmed_at: when,
  scheduled_at: when,
  completed_at: when,
  cancelled_at: when,
}

export const DeletionRequest = z
  .strictObject(deletionFields)
  .register(answers, { id: "DeletionRequest" })

export const DeletionAnswer = z
  .strictObject({ account_deletion_request: DeletionRequest })
  .register(answers, { id: "DeletionAnswer" })
