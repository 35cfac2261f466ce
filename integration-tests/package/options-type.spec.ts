import path from "node:path"
import { STORE_DIR } from "../helpers/boot-store"
import { BUNDLER, compileInMemory, NODE16 } from "../helpers/compile"

/** What `medusa-config` of a store says of the plugin, with the errors that its editor shows. */
const CONFIGS: [string, string, string[]][] = [
  ["no options", "{}", []],
  [
    "every kind of option",
    `{
      storefrontUrl: "https://shop.example.com",
      registration: { identifier: "both", require_verification: false },
      otpLength: 8,
      phone_verification: { template: "src/templates/code.txt" },
      password_reset: false,
      limits: { per_ip_hour: 20, sms_per_day: false },
      phone: { allowed_countries: ["DE", "AT"] },
    }`,
    [],
  ],
  [
    "a value that is none",
    `{ registration: { identifier: "fone" } }`,
    [
      `Type '"fone"' is not assignable to type '"phone" | "email" | "both" | undefined'.`,
    ],
  ],
  [
    "a value of another type",
    `{ otpLength: "6" }`,
    ["Type 'string' is not assignable to type 'number'."],
  ],
  [
    "a name that is misspelt",
    `{ limits: { sms_a_day: 5 } }`,
    ["Object literal may only specify known properties"],
  ],
]

/** As in Medusa's starter, and as bundlers resolve. */
const RESOLUTIONS = [
  ["node16", NODE16],
  ["bundler", BUNDLER],
] as const

const nameOf = (index: number) => path.join(STORE_DIR, `options-${index}.ts`)

const configs = new Map(
  CONFIGS.map(([, options], index) => [
    nameOf(index),
    `import type { PluginOptions } from "customer-registration"
export const options = ${options} satisfies PluginOptions
`,
  ])
)

describe.each(RESOLUTIONS)(
  "The type of the options, resolved by %s",
  (_name, resolution) => {
    let errors: (index: number) => string[]

    beforeAll(() => {
      const problems = compileInMemory(configs, resolution)
      errors = (index) =>
        problems
          .filter(({ file }) => !file || file === nameOf(index))
          .map(({ message }) => message)
    })

    it.each(
      CONFIGS.map(([what, , expected], index) => ({ what, expected, index }))
    )("$what", ({ expected, index }) => {
      expect(errors(index)).toEqual(
        expected.map((message) => expect.stringContaining(message) as string)
      )
    })
  }
)
