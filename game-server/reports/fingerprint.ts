// What makes two errors the same: message and top of the stack, without the numbers that differ from one to the next.

import { createHash } from "node:crypto";

const FRAMES = 5;

/** 32 hex digits. @param error already struck out (schema/report-text.ts) */
export function fingerprint(build: string, error: { readonly message: string; readonly stack: string }): string {
  const frames = error.stack
    .split("\n")
    .map((line) => line.trim())
    // V8 has the message on top of the stack.
    .filter((line) => /^at |@/u.test(line))
    .slice(0, FRAMES);
  const parts = [error.message, ...frames].map(withoutNumbers);
  return createHash("sha256")
    .update([build, ...parts].join("\n"))
    .digest("hex")
    .slice(0, 32);
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/gu, "0");
}
