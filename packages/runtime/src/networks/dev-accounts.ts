/** Accounts of the development phrase, so that nothing is derived at start. */
import type * as f from '@taonet/frame'

type Accounts = Record<string, f.AccountId>

/** sr25519 keys of `//Name`. */
export const DEV = {
  Alice: '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d',
  Bob: '0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48',
  Charlie: '0x90b5ab205c6974c9ea841be688864633dc9ca8a357843eeacf2314649965fe22',
  Dave: '0x306721211d5404bd9da88e0204360a1a9ab8b87c66c1bc2fcdd37f3c2222cc20',
  Eve: '0xe659a7a1628cdd93febc04a4e0646ea20e9f5f0ce097d9a05290d4a9e054df4e',
  Ferdie: '0x1cbd2d43530a44705ad088af313e18f80b53ef16b36177cd4b77b846f2a5f07c',
  One: '0xac859f8a216eeb1b320b4c76d118da3d7407fa523484d0a980126d3b4d0d220a',
  Two: '0x1254f7017f0b8347ce7ab14f96d818802e7e9e0c0d1b7c9acb3c726b080e7a03',
  Three: '0x9026941b7aa2328a8c5ea4e25bb747a2bf92a066fae0cc3722faf58cf44d3502',
  Alice_hk: '0x506c5a28f51e841b4df26ace64a23d69057fefda24bc9a53cb74197f901e7128',
} as const satisfies Accounts

/** ed25519 keys of the same names. */
export const DEV_ED25519 = {
  One: '0x16f97016bbea8f7b45ae6757b49efc1080accc175d8f018f9ba719b60b0815e4',
  Two: '0x5079bcd20fd97d7d2f752c4607012600b401950260a91821f73e692071c82bf5',
  Three: '0xecccf9cddf1b329b7c6554e78b0a34ba760de390e351b0ee450a42955fb18470',
} as const satisfies Accounts

/** Accounts that the development addresses of Ethereum map to. */
export const DEV_ETHEREUM = {
  Alith: '0xa02a00e549cb104f710d3fe6f2f83e91524d2a40c4ed831658a120883077f9a9',
  Baltathar: '0xcaf8959d3c25429e5797758aa16e326839c744a374c3157fdad86e65458f6c59',
} as const satisfies Accounts
