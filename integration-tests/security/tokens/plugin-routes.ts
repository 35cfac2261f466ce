import { PASSWORD } from "../../helpers/fixtures"
import { NEW_PASSWORD } from "../../helpers/new-password"
import { asAdmin, ASKED_BY_ALL, LOGIN, NO_LOGIN, ofCustomer } from "./places"
import { Outcome, Route } from "./route"
import { World } from "./world"

const CUSTOMERS = "/store/customers"
const ME = `${CUSTOMERS}/me`
const DELETION = `${CUSTOMERS}/account-deletion`
const DELETIONS = "/admin/account-deletion-requests"

/** A code that was not sent. */
const WRONG = "999999x"

/** Opened by a code's token alone. */
const byCode = (
  route: string,
  takes: Record<string, Outcome>,
  more: object = {}
): Route => ({
  route,
  json: () => ({ code: "123456", ...more }),
  probe: () => ({ code: WRONG, ...more }),
  header: { refused: "400 invalid_body" },
  body: { refused: "401 otp_token_invalid", takes },
  query: { refused: "400 invalid_body" },
})

const pendingChange = ({ tokens }: World) => {
  const { token, code } = tokens.get("a code's token for contact_change")!
  return { token, code }
}

const byEmail = () => ({ actor_type: "customer", auth_provider: "emailpass" })
const reset = { refused: "401 reset_token_invalid" }
const ofOwner = ({ owner }: World) => ({ id: owner.id })
const nobodys = () => ({ id: "accdel_1" })

export const PLUGIN_ROUTES: Route[] = [
  byCode(`POST ${CUSTOMERS}/otp/verify`, {
    "a code's token for email_verification": "400 otp_invalid",
    "a code's token for phone_verification": "400 otp_invalid",
    "a code's token for email_verification of one's own": "400 otp_invalid",
  }),
  byCode(`POST ${CUSTOMERS}/login/confirm`, {
    "a code's token for login": "400 otp_invalid",
    "a stranger's token for login": "400 otp_invalid",
  }),
  byCode(
    `POST ${CUSTOMERS}/password/confirm`,
    {
      "a code's token for password_recovery": "400 otp_invalid",
      "a stranger's token for password_recovery": "400 otp_invalid",
    },
    { password: NEW_PASSWORD }
  ),
  byCode(`POST ${DELETION}/confirm`, {
    "a code's token for account_deletion_request": "400 otp_invalid",
  }),
  byCode(`POST ${DELETION}/cancel-confirm`, {
    "a code's token for account_deletion_cancel": "400 otp_invalid",
    "a stranger's token for account_deletion_cancel": "400 otp_invalid",
  }),
  {
    route: `POST ${CUSTOMERS}/contact-change/undo`,
    json: () => ({}),
    header: { refused: "400 invalid_body" },
    body: {
      refused: "401 undo_token_invalid",
      takes: { "an undo link's token": "200" },
    },
    query: { refused: "400 invalid_body" },
  },
  {
    route: `POST ${ME}/contact/verify`,
    as: "a login",
    json: pendingChange,
    probe: (world) => ({ ...pendingChange(world), code: WRONG }),
    header: { ...NO_LOGIN, takes: LOGIN("400 otp_invalid") },
    body: {
      refused: "401 otp_token_invalid",
      takes: { "a code's token for contact_change": "400 otp_invalid" },
    },
  },
  ofCustomer(`GET ${ME}`, "200"),
  ofCustomer(
    `POST ${ME}`,
    "400 invalid_body",
    () => ({ first_name: "Stranger" }),
    () => ({ first_name: 1 })
  ),
  ofCustomer(
    `PATCH ${ME}`,
    "400 invalid_body",
    () => ({ first_name: "Stranger" }),
    () => ({ first_name: 1 })
  ),
  ofCustomer(
    `POST ${ME}/contact`,
    "400 invalid_body",
    ({ owner }) => ({ phone: owner.newPhone }),
    () => ({ phone: 1 })
  ),
  ofCustomer(
    `POST ${ME}/password`,
    "400 password_wrong",
    () => ({ old_password: PASSWORD, new_password: NEW_PASSWORD }),
    () => ({ old_password: "not that one", new_password: NEW_PASSWORD })
  ),
  {
    route: `POST ${ME}/sessions/revoke`,
    header: { ...NO_LOGIN, takes: LOGIN("200") },
    ends: true,
  },
  ofCustomer(
    `POST ${DELETION}/request`,
    "400 invalid_body",
    () => ({ reason: "none" }),
    () => ({ reason: 1 })
  ),
  {
    route: `POST ${CUSTOMERS}`,
    json: ({ claimant }) => claimant,
    probe: ({ claimant }) => ({ email: claimant.email }),
    header: {
      ...NO_LOGIN,
      but: {
        ...NO_LOGIN.but,
        ...LOGIN("400 already_registered"),
        "a registration's token of an unverified customer":
          "400 already_registered",
      },
      takes: {
        "a registration's token without a customer": "400 contact_required",
        "a session of a registration": "400 contact_required",
      },
    },
  },
  {
    route: "POST /auth/[actor_type]/[auth_provider]/update",
    params: byEmail,
    json: () => ({ password: NEW_PASSWORD }),
    header: { ...reset, takes: { "a reset mail's token": "200" } },
    body: { ...reset, takes: { "a reset mail's token": "200" } },
    query: reset,
    ends: true,
  },
  {
    route: "POST /auth/[actor_type]/[auth_provider]",
    params: byEmail,
    json: ({ owner: { email } }) => ({ email, password: "not the right one" }),
    header: { refused: "401 credentials_invalid" },
  },
  {
    route: "GET /auth/[actor_type]/[auth_provider]",
    params: byEmail,
    json: () => ({ email: "nobody@example.com", password: "any password" }),
    header: { refused: "401 credentials_invalid" },
  },
  asAdmin(`GET ${DELETIONS}`, "200"),
  asAdmin(`GET ${DELETIONS}/[id]`, "404 account_deletion_not_found", nobodys),
  asAdmin(
    `POST ${DELETIONS}/[id]/cancel`,
    "404 account_deletion_not_found",
    nobodys
  ),
  asAdmin(
    `POST ${DELETIONS}/[id]/execute`,
    "404 account_deletion_not_found",
    nobodys
  ),
  asAdmin("GET /admin/customers/[id]/verification", "200", ofOwner),
  asAdmin("POST /admin/customers/[id]/limits/reset", "200", ofOwner),
  {
    route: `POST ${CUSTOMERS}/otp/send`,
    json: ({ owner }) => ({
      customer_id: owner.id,
      type: "phone_verification",
    }),
    header: ASKED_BY_ALL,
    writes: true,
  },
  {
    route: `POST ${CUSTOMERS}/login/request`,
    json: ({ owner: { email } }) => ({ email }),
    header: ASKED_BY_ALL,
    writes: true,
  },
  {
    route: `POST ${CUSTOMERS}/password/request`,
    json: ({ owner: { email } }) => ({ email }),
    header: ASKED_BY_ALL,
    writes: true,
  },
  {
    route: `POST ${DELETION}/cancel-request`,
    json: ({ owner: { email } }) => ({ email }),
    header: ASKED_BY_ALL,
    writes: true,
  },
]
