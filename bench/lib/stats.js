// @ts-check

/**
 * @param {number[]} values
 * @param {number} share from 0 to 1
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** @param {number[]} values of an even number of them, the mean of the two in the middle */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2
}

/** @typedef {{ median: number, min: number, max: number }} Spread */

/**
 * @param {number[]} values
 * @returns {Spread} all `NaN` for no values
 */
function spread(values) {
  if (!values.length) {
    return { median: NaN, min: NaN, max: NaN }
  }
  return {
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
  }
}

module.exports = { median, quantile, spread }
