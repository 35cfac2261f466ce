// @ts-check

/** @param {import("./storyteller").Storyteller} story */
function opening(story) {
  story.opening(
    "customer-registration: the demo",
    "A Medusa shop where people sign up with a phone or an e-mail, prove it with a code, log in, and leave again. Nothing leaves this machine: what would go out as SMS or mail is shown here. It takes a minute or two to set up."
  )
}

module.exports = { opening }
