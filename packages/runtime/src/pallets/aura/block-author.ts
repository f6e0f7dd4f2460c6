/** The account that made the block that is running. */
export { author as getBlockAuthor } from './slot.ts'
