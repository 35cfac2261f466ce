// @ts-check
import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

const JAVASCRIPT = ["**/*.js", "**/*.cjs", "**/*.mjs"]
const SPECS = ["**/__tests__/**", "integration-tests/**/*.ts"]

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
      // Its types come with packages that only the benchmark installs.
      "bench/better-auth/",
    ],
  },
  medusaStrict,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.check.json", "./src/admin/tsconfig.json"],
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
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@medusajs/framework/zod",
              message:
                "The oldest Medusa we support lacks it: import from zod.",
            },
          ],
        },
      ],
    },
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
