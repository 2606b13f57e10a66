// The line with which every bench ends, for tools that read it.

/** Says `RESULT {json}`. @param digits of every number in it, after the point */
export function tellResult(result: Readonly<Record<string, unknown>>, digits: number): void {
  const scale = 10 ** digits;
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === "number" ? Math.round(value * scale) / scale : value;
  console.log(`RESULT ${JSON.stringify(result, rounded)}`);
}
