// @ts-check
const fs = require("node:fs")
const { measureRequests } = require("../requests")
const { readSources } = require("../source-tree")
const { writeTree } = require("./tree")

const FILES = {
  "src/api/store/orders/middlewares.ts": `
    import { checkBody } from "./check-body"
    import { checkOther } from "./check-other"
    import { logCall } from "./log-call"
    export const rows = [
      { matcher: "/store/orders", middlewares: [logCall] },
      { matcher: "/store/orders/:id/pay", methods: ["POST"], middlewares: [checkBody()] },
      { matcher: "/store/orders/:id", methods: ["POST"], middlewares: [checkOther] },
    ]`,
  "src/api/store/orders/check-body.ts": `export function checkBody() {}`,
  "src/api/store/orders/check-other.ts": `export function checkOther() {}`,
  "src/api/store/orders/log-call.ts": `export const logCall = () => {}`,
  "src/api/store/orders/[id]/pay/route.ts": `
    import { payOrder, type PayInput } from "../../../../../workflows"
    export const POST = async (input: PayInput) => payOrder(input)
    export const GET = async () => import("../../../../../unused")`,
  "src/workflows/index.ts": `
    export { payOrder } from "./pay-order"
    export * from "./types"`,
  "src/workflows/types.ts": `export type PayInput = { id: string }`,
  "src/workflows/pay-order.ts": `
    import { payStep } from "./steps/pay"
    import type { PayInput } from "./types"
    export const payOrder = create((input: PayInput) => payStep(input))
    declare function create<T>(work: T): T`,
  "src/workflows/steps/pay.ts": `
    import { ORDER_MODULE } from "../../modules/order"
    import type { PayInput } from "../types"
    /** Pays. */
    export const payStep = (input: PayInput) => container.resolve(ORDER_MODULE).pay(input.id)
    declare const container: { resolve<K extends keyof Modules>(key: K): Modules[K] }
    declare global { interface Modules {} }`,
  "src/modules/order/index.ts": `
    import type { OrderService } from "./service"
    export const ORDER_MODULE = "order"
    declare global { interface Modules { order: OrderService } }`,
  "src/modules/order/service.ts": `
    import { cancel } from "./cancel"
    import { pay } from "./pay"
    export class OrderService {
      pay(id: string) { return pay(id) }
      cancel(id: string) { return cancel(id) }
    }`,
  "src/modules/order/pay.ts": `export const pay = (id: string) => id`,
  "src/modules/order/cancel.ts": `export const cancel = (id: string) => id`,
  "src/unused.ts": `export const unused = 1`,
}

const PAY = { name: "pay", entry: "POST /store/orders/order_1/pay" }
const UNKNOWN = { name: "ship", entry: "POST /store/orders/order_1/ship" }

/** @type {string} */
let root
/** @type {import("../requests").MeasuredRequest[]} */
let measured

beforeAll(() => {
  root = writeTree(FILES)
  measured = measureRequests(root, readSources(root), [PAY, UNKNOWN])
})

afterAll(() => {
  fs.rmSync(root, { recursive: true })
})

test("A request opens what its handler and its middlewares can call", () => {
  expect(measured[0].files.map((file) => file.path)).toEqual([
    "src/api/store/orders/[id]/pay/route.ts",
    "src/api/store/orders/check-body.ts",
    "src/api/store/orders/log-call.ts",
    "src/api/store/orders/middlewares.ts",
    "src/modules/order/index.ts",
    "src/modules/order/pay.ts",
    "src/modules/order/service.ts",
    "src/workflows/pay-order.ts",
    "src/workflows/steps/pay.ts",
  ])
})

test("A file that only passes names on is a barrel", () => {
  expect(measured[0].barrels).toEqual(["src/workflows/index.ts"])
})

test("The lines of a declaration include the comment above it", () => {
  const step = measured[0].files.find(({ path }) =>
    path.endsWith("steps/pay.ts")
  )
  expect(step?.lines).toBe(3)
})

test("A request that no route answers is left out", () => {
  expect(measured.map(({ name }) => name)).toEqual(["pay"])
})
