// @ts-check

/**
 * @param {import("./storyteller").Storyteller} story
 * @param {import("../stage/tour").Tour} tour
 */
function closing(story, { steps }) {
  story.headline("The end")
  story.tell(`All ${steps()} steps went as told.`)
}

module.exports = { closing }
