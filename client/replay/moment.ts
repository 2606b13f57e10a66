// The moment that a link to a match may name.

/** The seconds of `?t=`, or null. */
export function momentOf(search: string): number | null {
  const text = new URLSearchParams(search).get("t");
  return text !== null && /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}
