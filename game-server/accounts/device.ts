// What a signed-in browser is called in its owner's list: "Chrome 156 · Android", or "" when it does not say.

import { readUserAgent } from "../http/user-agent.ts";

export function describeDevice(userAgent: string): string {
  const { browser, platform } = readUserAgent(userAgent);
  return [browser, platform].filter((part) => part !== "other").join(" · ");
}
