import { model } from "@medusajs/framework/utils"

const ProbeThing = model.define(
  { name: "ProbeThing", tableName: "probe_thing" },
  { id: model.id().primaryKey(), name: model.text() }
)

export default ProbeThing
