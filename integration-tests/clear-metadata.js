// @ts-check
const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

// MikroORM keeps its entities in one place per process: without this, the second spec
// file of a worker meets those of the first.
MetadataStorage.clear()
