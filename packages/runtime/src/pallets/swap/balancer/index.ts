// Weighted pools: the power function, weights and prices, quotes.

export * from './balancer.ts'
export { powRatioScaled } from './pow-ratio.ts'
export * from './quote.ts'
