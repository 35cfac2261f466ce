import { compileDocumented, documentedFiles } from "./documented-code/files"

/** What Medusa's starter for Next.js has around the code that its page adds. */
const STARTER = `
declare module "next/headers" {
  export function cookies(): Promise<{ get(name: string): { value: string } | undefined }>
}
declare module "next/cache" {
  export function revalidateTag(tag: string): void
}
declare module "@lib/data/cookies" {
  export function getCacheTag(tag: string): Promise<string>
  export function setAuthToken(token: string): Promise<void>
  export function removeAuthToken(): Promise<void>
}
declare module "@lib/data/customer" {
  export function transferCart(): Promise<void>
}
declare module "react" {
  export function useActionState<State>(
    action: (state: State, form: FormData) => Promise<State>,
    first: Awaited<State>
  ): [Awaited<State>, (form: FormData) => void]
}
declare module "documented/jsx-runtime" {
  export const jsx: unknown
  export const jsxs: unknown
  export namespace JSX {
    type Element = object
    interface IntrinsicAttributes { key?: string }
    interface IntrinsicElements { [name: string]: object }
  }
}`

it("the code in the documents compiles, and would not with a method that the client does not have", () => {
  const starter = documentedFiles("docs/nextjs-starter.md")
  const store = documentedFiles("docs/phone-only-customers.md")
  const verification = documentedFiles("docs/medusas-verification.md")
  const profile = starter["src/lib/data/profile.ts"]
  const wrong = profile.replace("customers.verifyContact", "customers.verify")

  const all = { ...starter, ...store, ...verification }
  expect(Object.keys(all)).toEqual([
    "src/lib/customers.ts",
    "src/lib/data/account.ts",
    "src/modules/account/components/register/by-phone.tsx",
    "src/lib/data/profile.ts",
    "src/subscribers/order-placed.ts",
    "medusa-config.ts",
    "src/lib/verify.ts",
  ])
  expect(
    compileDocumented({ ...all, "src/lib/data/wrong.ts": wrong }, STARTER)
  ).toEqual([
    expect.stringMatching(/wrong.ts: Property 'verify' does not exist/),
  ])
}, 180_000)
