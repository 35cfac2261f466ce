// @ts-check
// `npm run demo`: a shop of its own and a tour through it; then the shop is yours to try.
// `npm run demo -- --exit` ends after the tour.
require("../scripts/ensure-installed")
const { readArguments } = require("./stage/arguments")
const { createCleanup } = require("./stage/cleanup")
const { report } = require("./stage/failure")
const { interruption } = require("./stage/interruption")
const { openShop } = require("./stage/open-shop")
const { createTour } = require("./stage/tour")
const { changeMind } = require("./tour/change-mind")
const { changePhone } = require("./tour/change-phone")
const { closing } = require("./tour/closing")
const { enterTheShop } = require("./tour/enter-the-shop")
const { handOver } = require("./tour/hand-over")
const { leave } = require("./tour/leave")
const { opening } = require("./tour/opening")
const { provePhone } = require("./tour/prove-phone")
const { recoverPassword } = require("./tour/recover-password")
const { refusePhoneOfAnother } = require("./tour/refuse-phone-of-another")
const { refuseUnprovenLogin } = require("./tour/refuse-unproven-login")
const { signUpByEmail } = require("./tour/sign-up-by-email")
const { signUpByPhone } = require("./tour/sign-up-by-phone")
const { createStoryteller } = require("./tour/storyteller")

const { exit } = readArguments(process.argv.slice(2))
const story = createStoryteller(process.stdout)
const cleanup = createCleanup()
const interrupted = interruption()

async function demo() {
  opening(story)
  const shop = await openShop({
    story,
    cleanup,
    signal: interrupted,
    dashboard: !exit,
  })
  const tour = createTour({ shop, story, signal: interrupted })

  await signUpByPhone(tour)
  const customerId = await refuseUnprovenLogin(tour)
  const token = await provePhone(tour, customerId)
  await enterTheShop(tour, token)
  await refusePhoneOfAnother(tour)
  await changePhone(tour, customerId, token)
  const adasLogin = await recoverPassword(tour, customerId)
  const gracesLogin = await signUpByEmail(tour)
  const adminsLogin = await changeMind(tour, adasLogin)
  await leave(tour, gracesLogin, adminsLogin)
  closing(story, tour)

  if (!exit) {
    await handOver({ shop, story, signal: interrupted })
  }
}

async function main() {
  const status = await demo().then(
    () => 0,
    (error) => report(error, story, interrupted)
  )
  const clean = await cleanup.run(story)
  process.exit(clean ? status : 1)
}

void main()
