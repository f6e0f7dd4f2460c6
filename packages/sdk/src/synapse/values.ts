/** Values that pass between JSON, Python's types and ours. */

/** A float that plain numbers cannot tell from an integer, such as `3.0`. */
export class Float {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

/** A number is an integer if it is integral (bigint beyond 2^53), else a float. */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | Float
  | readonly Json[]
  | ReadonlyMap<string, Json>

/** A member of a string enumeration: `str()` shows its name, JSON its value. */
export class EnumMember {
  readonly enumeration: string
  readonly member: string
  readonly value: string

  constructor(enumeration: string, member: string, value: string) {
    this.enumeration = enumeration
    this.member = member
    this.value = value
  }
}

/** A fixed-length list, which Python prints in round brackets. */
export class Tuple {
  readonly items: readonly PythonValue[]

  constructor(items: readonly PythonValue[]) {
    this.items = items
  }
}

/** Values on their way to Python: JSON, and what JSON cannot tell apart. */
export type PythonValue =
  | Json
  | EnumMember
  | Tuple
  | readonly PythonValue[]
  | ReadonlyMap<string | number, PythonValue>
