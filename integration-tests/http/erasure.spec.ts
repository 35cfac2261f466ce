import { useStore } from "../helpers/use-store"
import { bigTables } from "./erasure/big-tables"
import { strayAddresses } from "./erasure/addresses"
import { provenByCode } from "./erasure/by-code"
import { erasedCodes } from "./erasure/codes"
import { goneTokens } from "./erasure/gone-tokens"
import { erasedPerson } from "./erasure/person"
import { othersUntouched } from "./erasure/others"
import { erasedRequests } from "./erasure/requests"
import { expiredRows } from "./erasure/expired"
import { loginsInBetween } from "./erasure/in-between"
import { registeredJobs } from "./erasure/jobs"
import { neverVerified } from "./erasure/never-verified"

const NO_WAIT = { resendThrottleSeconds: 0 }

describe("Erasure in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      login: { methods: ["password", "code"] },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
      cleanup: { unverified_account_days: 30 },
    },
  })
  describe("The erasure of a customer", () => erasedPerson(store))
  describe("The erasure of a customer", () => loginsInBetween(store))
  describe("The erasure of one customer among others", () =>
    othersUntouched(store))
  describe("The erasure of addresses in no cart", () => strayAddresses(store))
  describe("The erasure of what has a contact that the code verifies", () =>
    provenByCode(store))
  describe("The erasure of codes and limits", () => erasedCodes(store))
  describe("The token of an erased customer", () => goneTokens(store))
  describe("The erasure of deletion requests", () => erasedRequests(store))
  describe("The erasure of accounts that were never verified", () =>
    neverVerified(store))
  describe("The purge of expired rows", () => expiredRows(store))
  describe("The scheduled jobs", () => registeredJobs(store))
  describe("The erasure of a customer in a big store", () => bigTables(store))
})
