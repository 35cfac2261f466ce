// @ts-check
const { get } = require("./requests")

/** @typedef {import("./types").Case} Case */

/** How an admin looks through deletion requests. Pages that are in few stores are as empty in a small one as in a large one. */
const QUERIES = {
  "admin list": "",
  "admin list, order": "&order=scheduled_at",
  "admin list, status": "&status=completed",
  "admin list, rare status": "&status=pending",
  "admin list, two statuses": "&status=completed,cancelled",
  "admin list, customer": "&customer_id=cus_grown_7",
  "admin list, search": "&q=grown.7@example.com",
  "admin list, since": "&created_at[$gte]=2020-01-01T00:00:00Z",
}

const adminList = Object.entries(QUERIES).map(
  /** @returns {Case} */ ([name, query]) => ({
    name,
    where: "plugin",
    prepare: ({ plugin, admin }, count) =>
      Promise.resolve(
        Array.from({ length: count }, () =>
          get(
            plugin,
            `/admin/account-deletion-requests?limit=20${query}`,
            admin
          )
        )
      ),
  })
)

module.exports = { adminList }
