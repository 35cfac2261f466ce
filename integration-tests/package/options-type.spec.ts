import path from "node:path"
import ts from "typescript"
import { STORE_DIR } from "../helpers/boot-store"

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
const RESOLUTIONS: [string, ts.CompilerOptions][] = [
  [
    "node16",
    {
      module: ts.ModuleKind.Node16,
      moduleResolution: ts.ModuleResolutionKind.Node16,
    },
  ],
  [
    "bundler",
    {
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    },
  ],
]

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
      const options = {
        ...resolution,
        noEmit: true,
        skipLibCheck: true,
        strict: true,
        target: ts.ScriptTarget.ES2021,
        types: [],
      }
      const host = ts.createCompilerHost(options)
      host.fileExists = (file) => configs.has(file) || ts.sys.fileExists(file)
      host.readFile = (file) => configs.get(file) ?? ts.sys.readFile(file)
      host.getSourceFile = (file, version) => {
        const text = host.readFile(file)
        return text === undefined
          ? undefined
          : ts.createSourceFile(file, text, version)
      }
      const program = ts.createProgram([...configs.keys()], options, host)
      errors = (index) =>
        ts
          .getPreEmitDiagnostics(program, program.getSourceFile(nameOf(index)))
          .map(({ messageText }) =>
            ts.flattenDiagnosticMessageText(messageText, "\n")
          )
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
