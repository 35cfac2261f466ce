// @ts-check
import { defineConfig, transformWithEsbuild } from "vite"

// Medusa builds the dashboard's pages in two formats, minifies neither, and both go into the tarball. The names of classes
// stay as they are: of them, a store's dashboard makes its styles.
export default defineConfig({
  plugins: [
    {
      name: "minify",
      enforce: "post",
      async generateBundle({ format }, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === "chunk") {
            const minified = await transformWithEsbuild(
              chunk.code,
              chunk.fileName,
              {
                minify: true,
                loader: "js",
                format: format === "es" ? "esm" : "cjs",
                sourcemap: false,
              }
            )
            chunk.code = minified.code
          }
        }
      },
    },
  ],
})
