// What a test's server said that an operator would have to look at: warnings, errors, anything that is not one of our log lines.

import type { TestServer } from "./server.ts";

const HARMLESS = /^(?:Rally is ready at \S+|\d\d:\d\d:\d\d (?:trace|debug|info) .*|)$/u;

export function serverComplaints({ lines }: Pick<TestServer, "lines">): string[] {
  return lines.filter((line) => !HARMLESS.test(line));
}
