// @ts-check

/**
 * @param {import("./storyteller").Storyteller} story
 * @param {import("../stage/tour").Tour} tour
 */
function closing(story, { steps }) {
  story.headline("The end")
  story.print(`\nAll ${steps()} steps went as told.`)
}

module.exports = { closing }
