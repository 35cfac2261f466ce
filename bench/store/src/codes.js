// @ts-check

/** The newest code that went to each contact: what a mailbox would be, at no cost to what is measured. */
const held = /** @type {{ codes?: Map<string, string> }} */ (globalThis)
held.codes ??= new Map()

module.exports = { codes: held.codes }
