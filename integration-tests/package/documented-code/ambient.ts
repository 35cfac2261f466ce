const CLIENT = "customer-registration/client"

/** What the documents take for granted: a storefront with its forms, and Medusa's starter for Next.js. */
export const AMBIENT = `
declare const sdk: import("@medusajs/js-sdk").default
declare const customers: import("${CLIENT}").CustomerClient
declare const phone: string
declare const email: string
declare const password: string
declare const token: string
declare const ask: (what: string) => Promise<string>
declare const show: (message: string) => void
declare const resendIn: (seconds: number) => void
declare const cookies: () => Promise<{
  get(name: string): { value: string } | undefined
  set(name: string, value: string, options?: object): void
  delete(name: string): void
}>
declare const container: import("@medusajs/framework/types").MedusaContainer
declare const customer_id: string
declare const auth_identity_id: string
declare const BACKEND: string
declare const KEY: string

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
  export function useState<State>(): [State | undefined, (state: State) => void]
  export function useState<State>(first: State): [State, (state: State) => void]
  export function useActionState<State>(
    action: (state: State, form: FormData) => Promise<State>,
    first: Awaited<State>
  ): [Awaited<State>, (form: FormData) => void]
}
declare module "documented/jsx-runtime" {
  export const jsx: unknown
  export const jsxs: unknown
  export const Fragment: unknown
  export namespace JSX {
    type Element = object
    interface IntrinsicAttributes { key?: string }
    interface IntrinsicElements { [name: string]: object }
  }
}`
