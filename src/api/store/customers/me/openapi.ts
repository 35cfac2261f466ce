import { z } from "zod"
import { GATED, NEW_PASSWORD, READS, SENDS } from "../../../openapi/codes"
import { answers, bodies, type Entry } from "../../../openapi/entry"
import {
  ChosenCustomer,
  Customer,
  DOCUMENTED,
  ONE_CONTACT,
  renewed,
  SentCode,
} from "../../../utils/openapi"
import { fields, ProvenCode } from "../openapi"
import { storeNewContact, StoreUpdateProfile } from "../validators"
import { storeChangePassword } from "./password/route"

const PrivateProfile = z
  .strictObject({ customer: ChosenCustomer })
  .register(answers, { id: "CustomerAnswer" })

const profile = (method: "POST" | "PATCH"): Entry => ({
  route: `${method} /store/customers/me`,
  tag: "Account",
  summary:
    method === "POST"
      ? "Change the profile"
      : "Change the profile (another method for the same)",
  description:
    "`email` and `phone` are no part of it: a contact changes by `POST /store/customers/me/contact`.",
  access: "customer",
  query: fields,
  body: StoreUpdateProfile,
  answers: { 200: PrivateProfile },
  codes: ["contact_change_not_allowed", "customer_gone", "customer_not_found"],
})

StoreUpdateProfile.register(bodies, { id: "Profile" })

export const ChangedContact = z
  .strictObject({ customer: Customer, ...renewed })
  .register(answers, { id: "ChangedContact" })

export const ChangedPassword = z
  .strictObject({ success: z.literal(true), ...renewed })
  .register(answers, { id: "ChangedPassword" })

export const RenewedLogin = z
  .strictObject(renewed)
  .register(answers, { id: "RenewedLogin" })

export const accountRoutes: Entry[] = [
  {
    route: "GET /store/customers/me",
    tag: "Account",
    summary: "The customer who is logged in",
    access: "customer",
    query: fields,
    answers: { 200: PrivateProfile },
    // Medusa reads a body here as well.
    codes: ["customer_not_found", "invalid_body"],
  },
  profile("POST"),
  profile("PATCH"),
  {
    route: "POST /store/customers/me/contact",
    tag: "Account",
    summary: "Ask to change a contact",
    description:
      "Exactly one of `email` and `phone`. The code goes to the new contact, and nothing is written until it is proven.",
    access: "customer",
    body: storeNewContact(DOCUMENTED)
      .meta(ONE_CONTACT)
      .register(bodies, { id: "NewContact" }),
    answers: { 200: SentCode },
    codes: [
      ...SENDS,
      ...GATED,
      "contact_taken",
      "already_verified",
      "customer_gone",
      "customer_not_found",
    ],
  },
  {
    route: "POST /store/customers/me/contact/verify",
    tag: "Account",
    summary: "Change the contact to the one that the code proves",
    description:
      "Every session ends, this one included; `token` begins a new one.",
    access: "customer",
    body: ProvenCode,
    answers: {
      200: ChangedContact,
    },
    codes: [
      ...READS,
      ...GATED,
      "contact_taken",
      "customer_gone",
      "customer_not_found",
    ],
  },
  {
    route: "POST /store/customers/me/password",
    tag: "Account",
    summary: "Change the password",
    description:
      "Every session ends, this one included; `token` begins a new one.",
    access: "customer",
    body: storeChangePassword(DOCUMENTED).register(bodies, {
      id: "PasswordChange",
    }),
    answers: {
      200: ChangedPassword,
    },
    codes: [
      ...GATED,
      ...NEW_PASSWORD,
      "password_wrong",
      "password_invalid",
      "password_not_set",
      "customer_gone",
      "customer_not_found",
    ],
  },
  {
    route: "POST /store/customers/me/sessions/revoke",
    tag: "Account",
    summary: "Sign out everywhere else",
    access: "customer",
    answers: {
      200: RenewedLogin,
    },
    codes: [
      "session_revocation_disabled",
      "customer_gone",
      "customer_not_found",
    ],
  },
]
