// @ts-check
const { stopPostgres } = require("./postgres")

module.exports = stopPostgres
