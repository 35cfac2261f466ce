import { Alert, Button } from "@medusajs/ui"
import { useTexts } from "../hooks/use-texts"

type LoadErrorProps = {
  /** @example "The requests could not be loaded." */
  title: string
  error: Error
  retry: () => void
}

export function LoadError({ title, error, retry }: LoadErrorProps) {
  const { text } = useTexts()
  return (
    <div className="flex flex-col items-start gap-y-3 border-t px-6 py-4">
      <Alert variant="error" className="w-full">
        {title} {error.message}
      </Alert>
      <Button variant="secondary" size="small" onClick={retry}>
        {text("tryAgain")}
      </Button>
    </div>
  )
}
