// A primitive that remembers its unit.

declare const unit: unique symbol

/** A `T` that remembers its unit: a bare `T` fits in, a `T` of another unit does not. */
export type Flavor<T, Unit extends string> = T & { readonly [unit]?: Unit }
