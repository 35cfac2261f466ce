import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

export default defineConfig({
  plugins: [react()],
  // One of the origins in `storeCors` and `authCors` of the server.
  server: { port: 8000 },
  preview: { port: 8000 },
  build: { target: "es2022" },
})
