// Whether the input is text at all: a database accepts neither the character zero nor unpaired surrogates, and nobody types
// them.

/** @param value out of JSON or an address @returns false when a string anywhere in it, keys included, is no text */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, part]) => isWellFormed(key) && isWellFormed(part));
}
