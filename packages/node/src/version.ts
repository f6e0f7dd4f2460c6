/** What the node says it is: the shape of upstream's version string. */
export const VERSION = '4.0.0-dev-taonet'
