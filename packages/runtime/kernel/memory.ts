// Arrays in linear memory. Everything lives until the next epoch begins.

/** Room for `count` elements, filled with zeros. */
export class Zeros {
  static i64(count: i32): usize {
    return zeros((<usize>count) << 3)
  }
  static i32(count: i32): usize {
    return zeros((<usize>count) << 2)
  }
  static u16(count: i32): usize {
    return zeros((<usize>count) << 1)
  }
  static u8(count: i32): usize {
    return zeros(<usize>count)
  }
}

function zeros(bytes: usize): usize {
  const at = heap.alloc(max<usize>(bytes, 1))
  memory.fill(at, 0, bytes)
  return at
}

/** Elements by index. */
export class At {
  @inline
  static i64(array: usize, index: i32): i64 {
    return load<i64>(array + ((<usize>index) << 3))
  }
  @inline
  static u64(array: usize, index: i32): u64 {
    return load<u64>(array + ((<usize>index) << 3))
  }
  @inline
  static i32(array: usize, index: i32): i32 {
    return load<i32>(array + ((<usize>index) << 2))
  }
  @inline
  static u16(array: usize, index: i32): u16 {
    return load<u16>(array + ((<usize>index) << 1))
  }
  @inline
  static bool(array: usize, index: i32): bool {
    return load<u8>(array + <usize>index) !== 0
  }
}

/** Writes elements by index. */
export class Put {
  @inline
  static i64(array: usize, index: i32, value: i64): void {
    store<i64>(array + ((<usize>index) << 3), value)
  }
  @inline
  static i32(array: usize, index: i32, value: i32): void {
    store<i32>(array + ((<usize>index) << 2), value)
  }
  @inline
  static u16(array: usize, index: i32, value: u16): void {
    store<u16>(array + ((<usize>index) << 1), value)
  }
  @inline
  static bool(array: usize, index: i32, value: bool): void {
    store<u8>(array + <usize>index, value ? 1 : 0)
  }
}
