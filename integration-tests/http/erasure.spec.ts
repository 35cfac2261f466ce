import { useStore } from "../helpers/use-store"
import { strayAddresses } from "./erasure/addresses"
import { provenByCode } from "./erasure/by-code"
import { erasedCodes } from "./erasure/codes"
import { goneTokens } from "./erasure/gone-tokens"
import { erasedPerson } from "./erasure/person"
import { othersUntouched } from "./erasure/others"
import { erasedRequests } from "./erasure/requests"
import { expiredRows } from "./erasure/expired"
import { registeredJobs } from "./erasure/jobs"
import { neverVerified } from "./erasure/never-verified"

const NO_WAIT = { resendThrottleSeconds: 0 }

describe("Erasure", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
      cleanup: { unverified_account_days: 30 },
    },
  })
  describe("of a customer", () => erasedPerson(store))
  describe("of one leaves others alone", () => othersUntouched(store))
  describe("of addresses in no cart", () => strayAddresses(store))
  describe("by a contact that the code proves", () => provenByCode(store))
  describe("of their codes and limits", () => erasedCodes(store))
  describe("and the tokens of the erased", () => goneTokens(store))
  describe("of their requests", () => erasedRequests(store))
  describe("of accounts that were never verified", () => neverVerified(store))
  describe("of what has expired", () => expiredRows(store))
  describe("by the jobs", () => registeredJobs(store))
})
