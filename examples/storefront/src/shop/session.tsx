import type { VerifiedCustomer } from "customer-registration/client"
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react"
import { useRouting, type Passed } from "../routing"
import { endsSession, problemOf } from "./problem"
import { useShop, type Name } from "./shop"
import type { Notice } from "../words/languages"

export type Customer = VerifiedCustomer & Partial<Name>

type State =
  | { status: "loading" | "signed-out" | "unreachable" }
  | { status: "signed-in"; customer: Customer }

export type Session = State & {
  /** Reads the customer anew: after a login, and after every change. */
  refresh: () => Promise<void>
  /** Forgets the login on this device and goes to the login page, where the contact is filled in. */
  signOut: (notice: Notice, typed?: Passed) => Promise<void>
}

const Context = createContext<Session | undefined>(undefined)

export function SessionProvider({ children }: { children: ReactNode }) {
  const { customers } = useShop()
  const { go } = useRouting()
  const [state, setState] = useState<State>({ status: "loading" })

  const refresh = useCallback(async () => {
    setState(await readSession(customers))
  }, [customers])
  useEffect(() => void refresh(), [refresh])

  const signOut = useCallback(
    async (notice: Notice, typed?: Passed) => {
      await customers.logout()
      // First the page, or the account's own redirect would lose the notice.
      go("/login", { ...typed, notice })
      setState({ status: "signed-out" })
    },
    [customers, go]
  )
  const session = useMemo(
    () => ({ ...state, refresh, signOut }),
    [state, refresh, signOut]
  )
  return <Context value={session}>{children}</Context>
}

async function readSession(
  customers: ReturnType<typeof useShop>["customers"]
): Promise<State> {
  if (!(await customers.getToken())) {
    return { status: "signed-out" }
  }
  try {
    const { customer } = await customers.retrieveCustomer()
    return { status: "signed-in", customer: customer }
  } catch (error) {
    if (!endsSession(problemOf(error))) {
      return { status: "unreachable" }
    }
    await customers.logout()
    return { status: "signed-out" }
  }
}

export function useSession(): Session {
  const session = useContext(Context)
  if (!session) {
    throw new Error("useSession is for what is inside SessionProvider")
  }
  return session
}

/** The customer, on pages that only they see. */
export function useCustomer(): Customer {
  const session = useSession()
  if (session.status !== "signed-in") {
    throw new Error("useCustomer is for pages of the signed-in")
  }
  return session.customer
}
