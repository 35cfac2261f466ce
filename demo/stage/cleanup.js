// @ts-check

/** @typedef {ReturnType<typeof createCleanup>} Cleanup */
/** @typedef {import("../tour/storyteller").Storyteller} Storyteller */

const WORDS = {
  doing: "Closing the shop",
  done: "Closed: no process and no file is left",
}

/** What has to be undone at the end, last in, first out. */
function createCleanup() {
  /** @type {(() => void | Promise<void>)[]} */
  const tasks = []

  async function runAll() {
    let failures = 0
    for (const task of tasks.splice(0).reverse()) {
      try {
        await task()
      } catch (error) {
        // One that fails must not keep the others from running.
        failures++
        console.error(error)
      }
    }
    return failures
  }

  return {
    /** @param {() => void | Promise<void>} task */
    add(task) {
      tasks.push(task)
    },

    /**
     * @param {Storyteller} story
     * @returns {Promise<boolean>} whether everything is undone
     */
    async run(story) {
      if (!tasks.length) {
        return true
      }
      story.print()
      return (await story.step(WORDS, runAll)) === 0
    },
  }
}

module.exports = { createCleanup }
