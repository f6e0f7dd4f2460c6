/** What every declared thing has: its pallet and name, written once by `pallet()`. */
export interface Item {
  readonly path: { readonly pallet: string; readonly name: string }
}

export const path = (): Item['path'] => ({ pallet: '', name: '' })
export const label = ({ path }: Item): string => `${path.pallet}.${path.name}`
