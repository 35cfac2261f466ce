// @ts-check
// Preloaded into a store process: its clock is off by so many milliseconds.
const offset = Number(process.env.CLOCK_OFFSET_MS ?? 0)
const RealDate = Date

globalThis.Date = /** @type {DateConstructor} */ (
  new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length ? args : [RealDate.now() + offset],
        newTarget
      ),
    apply: () => new Date().toString(),
    get: (target, name, receiver) =>
      name === "now"
        ? () => RealDate.now() + offset
        : Reflect.get(target, name, receiver),
  })
)
