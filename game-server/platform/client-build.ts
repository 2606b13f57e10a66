// Which build of the client lies in its folder: what pages name in their reports (client/webpack.config.ts puts it into them).

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILD_DIGITS } from "../../schema/performance-metrics.ts";

/** "" in development, and where nothing is built. @param dist folder of the built client */
export function clientBuild(dist: string): string {
  const stamp = join(dist, "built-from.txt");
  return existsSync(stamp) ? readFileSync(stamp, "utf8").slice(0, BUILD_DIGITS) : "";
}
