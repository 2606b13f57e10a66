// Writes into a room's synced state. Only fields that differ are written, so only they travel.

export function writeChanged<T extends object>(
  into: T,
  from: { readonly [Field in keyof T]?: unknown } | object,
): void {
  const target = into as Record<string, unknown>;
  for (const [field, value] of Object.entries(from)) {
    if (target[field] !== value) target[field] = value;
  }
}
