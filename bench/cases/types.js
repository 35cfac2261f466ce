// @ts-check

/** @typedef {import("../lib/driver").BenchRequest} BenchRequest */
/** @typedef {import("../lib/servers").Server} Server */

/**
 * @typedef {object} Bench what no case asks for is not there
 * @property {Server} plugin the store with the plugin
 * @property {Server} medusa the same store without it
 * @property {Server} betterAuth
 * @property {Server} uncached the store with the plugin, without Medusa's caching, while all others have it
 * @property {Record<string, string>} hashes passwords as each provider keeps them
 * @property {string} admin an admin's token of the store with the plugin
 */

/** @typedef {"plugin" | "medusa" | "betterAuth" | "uncached"} Where */

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {Where} where
 * @property {number} [status] of every answer. Default 200
 * @property {number} [share] of a window's requests, for what takes long. Default 1
 * @property {number} [settleMs] until the work is done that a request leaves for after its answer. Default 0
 * @property {number} [providerMs] what the notification provider takes for a message. Default 0
 * @property {number[]} [concurrencies] Default those of the run
 * @property {string[]} [beside] names of cases to compare it with: its password hashes alone, the same in another store
 * @property {(bench: Bench, count: number) => Promise<BenchRequest[]>} prepare makes requests, a fresh subject for each
 */

module.exports = {}
