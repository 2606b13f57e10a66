// `npm run build`: makes client/dist, and says in it what it was made from. `--if-stale` does nothing when that is right.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import webpack from "webpack";
import { clientWebpack } from "../client/webpack.config.ts";
import { builtFrom, builtFromFile, clientDist, hashClientSources } from "./client-sources.ts";

const sources = hashClientSources();
if (process.argv.includes("--if-stale") && builtFrom() === sources) process.exit(0);

console.log("Building the client ...");
const startedAt = Date.now();
// Gone until this build is whole: a build that was cut short must not pass for one.
rmSync(builtFromFile, { force: true });
const failure = await build();
if (failure !== "") {
  console.error(failure);
  process.exit(1);
}
mkdirSync(clientDist, { recursive: true });
writeFileSync(builtFromFile, `${sources}\n`);
console.log(`Built the client in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);

/** Returns what is wrong, "" when nothing is. A warning counts: one that is left in hides the next. */
function build(): Promise<string> {
  return new Promise((resolve, reject) => {
    const compiler = webpack(clientWebpack("production"));
    compiler.run((error, stats) => {
      compiler.close((closeError) => {
        const problem = error ?? closeError;
        if (problem) reject(problem);
        else if (!stats) resolve("webpack ended without a result.");
        else resolve(stats.hasErrors() || stats.hasWarnings() ? stats.toString("errors-warnings") : "");
      });
    });
  });
}
