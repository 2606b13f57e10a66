// Values for a JSON schema, for fast-check: such as fit it, such as nearly do, and nonsense where somebody means harm.

import fc, { type Arbitrary } from "fast-check";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Texts that have hurt somebody's server before. */
export const NASTY = [
  "",
  " ",
  "\0",
  "a\0@mail.example",
  "\uD800",
  "‮abc",
  "'; drop table players; --",
  "' or '1'='1",
  '") or 1=1 --',
  "%27%20or%201=1",
  "../../../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "{{constructor.constructor('alert(1)')()}}",
  "__proto__",
  "constructor",
  "a".repeat(5000),
  "9".repeat(400),
  "💥".repeat(100),
];

const nastyText = fc.oneof(fc.constantFrom(...NASTY), fc.string(), fc.string({ unit: "grapheme" }));
const nonsense: Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom(null, true, -1, 0, 1e308, -0, 2 ** 53, [], {}, [[]], { __proto__: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Mostly what the schema asks for. */
export function valuesFor(schema: JsonSchema): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: fitting(schema, valuesFor) },
    { weight: 1, arbitrary: objectsWithMore(schema) },
    { weight: 1, arbitrary: nonsense },
  );
}

/** Just what the schema asks for, as far as it can say. */
export function exactly(schema: JsonSchema): Arbitrary<unknown> {
  return fitting(schema, exactly);
}

function fitting(schema: JsonSchema, part: (schema: JsonSchema) => Arbitrary<unknown>): Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema["const"]);
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...(schema["enum"] as unknown[]));
  const choices = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(choices)) return fc.oneof(...(choices as JsonSchema[]).map(part));
  switch (schema["type"]) {
    case "object":
      return fc.record(propertiesOf(schema, part));
    case "array":
      return fc.array(part((schema["items"] ?? {}) as JsonSchema), { maxLength: 4 });
    case "integer":
      return fc.integer(bounds(schema));
    case "number":
      return fc.double({ ...bounds(schema), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return texts(schema);
    default:
      return nonsense;
  }
}

function propertiesOf(schema: JsonSchema, part: (schema: JsonSchema) => Arbitrary<unknown>) {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, JsonSchema>>;
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, part(one)]));
}

/** With fields left out, and with some that nobody may set. */
function objectsWithMore(schema: JsonSchema): Arbitrary<unknown> {
  const extra = { role: "admin", rating: 9999, verified: true, email: "me@mail.example", id: "x", totpSecret: "" };
  return fc.record(propertiesOf(schema, exactly), { requiredKeys: [] }).map((value) => ({ ...extra, ...value }));
}

function texts({ pattern, format, minLength, maxLength }: JsonSchema): Arbitrary<unknown> {
  if (format === "uuid") return fc.uuid();
  if (format === "email") return fc.emailAddress();
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern, "u"));
  const length = { minLength: Number(minLength ?? 0), maxLength: Math.min(Number(maxLength ?? 40), 60) };
  return fc.string({ ...length, unit: fc.constantFrom("a", "b", "c", "d", "1", "2") });
}

function bounds({ minimum, maximum }: JsonSchema): { min: number; max: number } {
  const most = 2 ** 31 - 1;
  return { min: Math.max(Number(minimum ?? -most), -most), max: Math.min(Number(maximum ?? most), most) };
}
