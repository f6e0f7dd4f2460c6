/** How signers and wallets show amounts of the chain's currency. */
export const TOKEN = { tokenDecimals: 9, tokenSymbol: 'TAO' } as const
