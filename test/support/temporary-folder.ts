// A folder that a test removes again.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "rally-test-"));
}

export function warn(message: string): void {
  console.warn(message);
}
