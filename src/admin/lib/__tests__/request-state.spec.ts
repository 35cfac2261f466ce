import {
  canCancel,
  canExecute,
  DeletionRequest,
  stateOf,
} from "../deletion-request"

const DATE = "2026-03-01T12:00:00Z"

const request = (columns: Partial<DeletionRequest>) =>
  ({
    status: "confirmed",
    started_at: null,
    attempts: 0,
    last_error: null,
    ...columns,
  }) as DeletionRequest

const FAILING = { started_at: DATE, attempts: 1, last_error: "erase-customer" }

it.each([
  ["pending", { status: "pending" }, true, false],
  ["confirmed", {}, true, true],
  ["running", { started_at: DATE, attempts: 1 }, false, true],
  ["failing", FAILING, false, true],
  ["completed", { ...FAILING, status: "completed" }, false, false],
  ["cancelled", { status: "cancelled" }, false, false],
] as const)(
  "stateOf reads the state %s",
  (state, columns, cancellable, executable) => {
    expect(stateOf(request(columns))).toBe(state)
    expect(canCancel(request(columns))).toBe(cancellable)
    expect(canExecute(request(columns))).toBe(executable)
  }
)
