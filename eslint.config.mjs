// @ts-check
import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

const JAVASCRIPT = ["**/*.js", "**/*.cjs", "**/*.mjs"]
const SPECS = ["**/__tests__/**", "integration-tests/**/*.ts"]

// All that the plugin knows of Medusa's inside is in one folder: see docs/architecture.md.
const ONLY_IN_MEDUSA = "Only src/medusa knows Medusa's inside"
const TABLES = [
  "account_holder",
  "auth_identity",
  "auth_mfa_factor",
  "cart",
  "cart_address",
  "customer",
  "customer_account_holder",
  "customer_address",
  "notification",
  "order",
  "payment_session",
  "provider_identity",
].join("|")
// In SQL the plugin quotes every name; without quotes, a query is told from a sentence by its upper-case keyword.
const BEFORE_TABLE = "exists|from|into|join|on|only|references|table|update"
const TABLE_IN_SQL = [
  String.raw`\b(${BEFORE_TABLE}|${BEFORE_TABLE.toUpperCase()})\s+"(${TABLES})"`,
  String.raw`"(${TABLES})"\.`,
  String.raw`\b(FROM|INTO|JOIN|TABLE|UPDATE)\s+(${TABLES})\b`,
].join("|")

const FRAMEWORKS_ZOD = {
  name: "@medusajs/framework/zod",
  message: "The oldest Medusa we support lacks it: import from zod.",
}

const COMPILED_FILES = {
  regex: "^@medusajs/([^/]+/dist|medusa/api)(/|$)",
  message: `${ONLY_IN_MEDUSA}: its compiled files are imported by src/medusa/handlers.ts.`,
}

const noTableOfMedusa = [
  `Literal[value=/${TABLE_IN_SQL}/]`,
  `TemplateElement[value.raw=/${TABLE_IN_SQL}/]`,
  `Property[key.name="tableName"] > Literal[value=/^(${TABLES})$/]`,
].map((selector) => ({
  selector,
  message: `${ONLY_IN_MEDUSA}: a statement on a table of Medusa's belongs there.`,
}))

const noInsideOfMedusa = [
  {
    selector: "TSAsExpression > TSAsExpression > TSUnknownKeyword",
    message: `${ONLY_IN_MEDUSA}: what its types do not allow is called there, and said why.`,
  },
  {
    selector:
      "MemberExpression[object.name='Modules'][property.name=/^(CART|ORDER|PAYMENT)$/]",
    message: `${ONLY_IN_MEDUSA}: rows of other modules are reached through its functions.`,
  },
  {
    selector:
      "MemberExpression[property.name=/^(listNotifications|updateAuthIdentities|updateNotifications)$/]",
    message: `${ONLY_IN_MEDUSA}: this method does more, or merges otherwise, than its documentation says.`,
  },
  {
    selector: "ImportExpression[source.value=/^@medusajs.medusa.(api|dist)/]",
    message: `${ONLY_IN_MEDUSA}: its compiled files are imported by src/medusa/handlers.ts.`,
  },
]

// Medusa's conventions, for what Medusa loads; each says where it applies.
/** @type {import("eslint").Linter.Config[]} */
const strict = medusa.configs.strict
const medusaStrict = strict.map((config) => {
  const ours = config.files?.flat().filter((glob) => glob.startsWith("src/"))
  return { ...config, files: ours?.length ? ours : ["src/**"] }
})

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      ".medusa/",
      ".cache/",
      "**/.medusa/",
      "integration-tests/store/public/",
      // A copy of the contract's store, beside another Medusa.
      "integration-tests/medusa-oldest/",
      "demo/public/",
      "examples/*/dist/",
      // Its types come with packages that only the benchmark installs.
      "bench/better-auth/",
    ],
  },
  medusaStrict,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          "./tsconfig.check.json",
          "./src/admin/tsconfig.json",
          "./examples/tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      curly: "error",
      eqeqeq: "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        {
          "ts-check": false,
          "ts-expect-error": true,
          "ts-ignore": true,
          "ts-nocheck": true,
        },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        {
          argsIgnorePattern: "^_",
          varsIgnorePattern: "^_",
          destructuredArrayIgnorePattern: "^_",
        },
      ],
      "@typescript-eslint/prefer-nullish-coalescing": "error",
      "@typescript-eslint/prefer-optional-chain": "error",
      // Interfaces of Medusa ask for a promise whether or not there is something to wait for.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/return-await": [
        "error",
        "error-handling-correctness-only",
      ],
      // Medusa's base services are called with super(...arguments).
      "prefer-rest-params": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/**"],
    ignores: ["src/admin/**", "**/__tests__/**"],
    rules: {
      "no-console": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  {
    files: ["src/**"],
    rules: { "no-restricted-imports": ["error", { paths: [FRAMEWORKS_ZOD] }] },
  },
  {
    files: ["src/**"],
    ignores: ["src/medusa/handlers.ts", "src/medusa/__tests__/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { paths: [FRAMEWORKS_ZOD], patterns: [COMPILED_FILES] },
      ],
    },
  },
  {
    files: ["src/**"],
    ignores: ["src/medusa/**", "src/admin/**", "**/__tests__/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...noTableOfMedusa,
        ...noInsideOfMedusa,
      ],
    },
  },
  {
    // A model of Medusa's table has to name it. A migration's SQL stays as it ran, whatever src/medusa says later.
    files: ["src/modules/*/migrations/**", "src/modules/*/models/**"],
    rules: { "no-restricted-syntax": ["error", ...noInsideOfMedusa] },
  },
  {
    files: ["src/**"],
    rules: {
      // The oldest Medusa we support has no zod of its own to import.
      "@medusajs/zod-import-source": "off",
      // What needs no waiting is no promise: options, hashes, tokens.
      "@medusajs/service-methods-must-be-async": "off",
      // Methods of several statements open their transaction themselves.
      "@medusajs/use-inject-manager-on-public-methods": "off",
      "@medusajs/medusa-context-on-context-param": "off",
      // Errors of the plugin come from one table; the others are faults of a program, not of a request.
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
  {
    // Shows what a storefront's editor marks red: without its error, such a line is one.
    files: ["integration-tests/package/client/storefront.ts"],
    rules: {
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": "allow-with-description" },
      ],
    },
  },
  {
    files: JAVASCRIPT,
    rules: {
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // What a server or JSON.parse returns is `any`: here it is looked at, not passed on.
    files: [...JAVASCRIPT, ...SPECS],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  }
)
