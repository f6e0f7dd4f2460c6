/** Field types by short names: `t.str`, `t.list(t.int)`, `t.optional(t.str)`. */
import * as types from './field-types.ts'
import { tensor } from './tensor.ts'

/** `type | None = None` in Python: may be left out, then null. */
function optional<T>(type: types.FieldType<T>): types.DefaultedField<T | null> {
  return { type: types.nullable(type), default: () => null }
}

/** May be left out, then a copy of `value`. */
function defaulted<T>(type: types.FieldType<T>, value: T): types.DefaultedField<T> {
  return { type, default: () => structuredClone(value) }
}

export const t = {
  str: types.str,
  int: types.int,
  bigint: types.bigint,
  float: types.float,
  bool: types.bool,
  any: types.any,
  tensor,
  nullable: types.nullable,
  list: types.list,
  tuple: types.tuple,
  dict: types.dict,
  intDict: types.intDict,
  literal: types.literal,
  strEnum: types.strEnum,
  model: types.model,
  optional,
  default: defaulted,
}
