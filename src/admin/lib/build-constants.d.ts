// The dashboard's bundler puts these in when a store is built.
declare const __BACKEND_URL__: string | undefined
// From some release after 2.11.2 on: there the name itself may be missing.
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined
