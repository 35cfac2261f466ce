import { stopwatch } from "../../scripts/lib/clock"
import { Cut } from "../helpers/cutting-proxy"
import { contactChange } from "./interruptions/contact-change"
import { contactUndo } from "./interruptions/contact-undo"
import { deletions } from "./interruptions/deletion"
import { firstProof } from "./interruptions/first-proof"
import { Flow } from "./interruptions/flow"
import {
  firstProofByLogin,
  registrationByCode,
} from "./interruptions/login-by-code"
import { passwords } from "./interruptions/passwords"
import { proxy } from "./interruptions/proxy"
import { registration } from "./interruptions/registration"
import { Interruption, runCut, runUncut } from "./interruptions/run-cut"
import { secondLogin } from "./interruptions/second-login"
import { Row, tableOf } from "./interruptions/table"
import { Shop, useShop } from "./interruptions/use-shop"
import { verification } from "./interruptions/verification"
import { byCode, byMail } from "./interruptions/ways"

/** A flow is run once for each cut, on a machine that may be busy. */
const FLOW_MS = 1_800_000

const verifying = (autoSendOnRegistration: boolean) => ({
  resendThrottleSeconds: 0,
  autoSendOnRegistration,
})

const options = ({ autoSend = false } = {}) => ({
  registration: { identifier: "both" },
  login: { methods: ["password", "code"] },
  email_verification: verifying(autoSend),
  phone_verification: verifying(autoSend),
  limits: {
    per_destination_hour: false,
    per_destination_day: false,
    sms_per_day: false,
    failures_per_day: false,
    logins_per_day: false,
  },
})

/** `npm run test:interruptions` runs all; `npm test` some, cut after each write. */
const RUNS_ALL = process.env.INTERRUPTIONS === "all"

const ALL_FLOWS = [
  registration("emailpass"),
  registration("phonepass"),
  verification("emailpass"),
  verification("phonepass"),
  contactChange("emailpass"),
  contactChange("phonepass"),
  contactChange("emailpass", true),
  contactChange("phonepass", true),
  contactUndo,
  firstProof(byCode("phonepass")),
  firstProof(byMail),
  firstProofByLogin("phonepass"),
  ...passwords,
  secondLogin("emailpass"),
  secondLogin("phonepass"),
  ...deletions,
]

const SOME_FLOWS = [
  registration("phonepass"),
  verification("emailpass"),
  contactChange("phonepass"),
  firstProof(byCode("phonepass")),
]

const AUTO_SENDING_FLOWS = [
  registration("emailpass"),
  registration("phonepass"),
].map(named("auto-send"))

/** By one contact, as a store needs that registers by a code. */
const registeringByCode = (identifier: "email" | "phone") => ({
  ...options(),
  registration: { identifier },
  login: { methods: ["password", "code"], code_registration: true },
})

const KILLED_FLOWS = [
  registration("emailpass"),
  contactChange("phonepass"),
  contactChange("phonepass", true),
  contactUndo,
  firstProof(byCode("phonepass")),
].map(named("kill -9"))

/** Each prefix of a flow's writes is a state that its person gets out of, and nobody else gets in by. */
describe("An interruption at any write", () => {
  const rows: Row[] = []

  afterAll(() => {
    process.stderr.write(`\n${tableOf(rows)}\n`)
  })

  describe("by the proxy", proxy)

  describe("that drops the connections", () => {
    const shop = useShop(options())
    it.each(RUNS_ALL ? ALL_FLOWS : SOME_FLOWS)(
      "of: $name",
      (flow) => holds(shop(), flow, "drop"),
      FLOW_MS
    )
  })

  if (RUNS_ALL) {
    describe("that drops the connections of a store that sends codes by itself", () => {
      const shop = useShop(options({ autoSend: true }))
      it.each(AUTO_SENDING_FLOWS)(
        "of: $name",
        (flow) => holds(shop(), flow, "drop"),
        FLOW_MS
      )
    })

    describe.each([
      ["phone", registrationByCode("phonepass")],
      ["email", registrationByCode("emailpass")],
    ] as const)(
      "that drops the connections of a store that registers by a code to the %s",
      (identifier, flow) => {
        const shop = useShop(registeringByCode(identifier))
        it(`of: ${flow.name}`, () => holds(shop(), flow, "drop"), FLOW_MS)
      }
    )

    describe("that kills the server", () => {
      const shop = useShop(options())
      it.each(KILLED_FLOWS)(
        "of: $name",
        (flow) => holds(shop(), flow, "kill"),
        FLOW_MS
      )
    })
  }

  /** Interrupts a flow at each of its writes, and expects that nothing was wrong at any of them. */
  async function holds(shop: Shop, flow: Flow, interruption: Interruption) {
    const seconds = stopwatch()
    const writes = await runUncut(shop, flow)
    const row: Row = {
      flow: flow.name,
      writes: writes.length,
      before: 0,
      after: 0,
      failures: [],
    }
    rows.push(row)
    for (const cut of cutsOf(writes, interruption)) {
      const write = writes[cut.nth - 1]
      const wrong = await runCut(shop, flow, { ...cut, write }, interruption)
      row[cut.when] += 1
      if (wrong.length) {
        const at = `write ${cut.nth} (${write}), ${cut.when}`
        row.failures.push(`${at}: ${wrong.join("; ")}`)
      }
    }
    process.stderr.write(
      [`${flow.name} (${seconds()})`, ...row.failures, ""].join("\n")
    )
    expect(row.failures).toEqual([])
  }
})

/** All cuts before the writes and after them; a server is not killed twice between two writes. */
function cutsOf(writes: string[], interruption: Interruption): Cut[] {
  return writes.flatMap((_, index) => {
    const nth = index + 1
    const isLast = nth === writes.length
    const before: Cut[] = RUNS_ALL ? [{ nth, when: "before" }] : []
    const after: Cut[] =
      interruption === "drop" || isLast ? [{ nth, when: "after" }] : []
    return [...before, ...after]
  })
}

function named(addition: string): (flow: Flow) => Flow {
  return (flow) => ({ ...flow, name: `${flow.name}, ${addition}` })
}
