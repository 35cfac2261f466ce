// @ts-check
import { finish, print } from "./terminal.mjs"

/** @typedef {() => unknown} Task */
/** @typedef {ReturnType<typeof createCleanup>} Cleanup */

/** What has to be undone at the end, last in, first out. */
export function createCleanup() {
  /** @type {Task[]} */
  const tasks = []

  return {
    /** @param {Task} task */
    add(task) {
      tasks.push(task)
    },

    /** @returns {Promise<boolean>} whether everything is undone */
    async run() {
      if (!tasks.length) {
        return true
      }
      print("Closing the shop …")
      let clean = true
      for (const task of tasks.splice(0).reverse()) {
        try {
          await task()
        } catch (error) {
          // One that fails must not keep the others from running.
          clean = false
          console.error(error)
        }
      }
      finish(
        clean ? "Closed: no process and no file is left." : "Not all is closed."
      )
      return clean
    },
  }
}
