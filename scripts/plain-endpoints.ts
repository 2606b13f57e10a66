// A webpack plugin: of a file of schema/http/ that has endpoints, the client gets their methods and paths alone. Pages call an
// endpoint by its name and its types (client/platform/api.ts); what checks requests and replies is the server's, and would bring zod along.
// Whatever else a page wants of such a file as a value is then not there, and the build says so.

import { sep } from "node:path";
import type { Compiler } from "webpack";

const FOLDER = `${sep}schema${sep}http${sep}`;
/** As they are formatted: test/schema/endpoints.test.ts holds that none is overlooked. */
const ENDPOINT = /^export const (\w+) = endpoint\(\{\n {2}method: ("[A-Z]+"),\n {2}path: ("[^"\n]+"),$/gmu;

export class PlainEndpoints {
  apply(compiler: Compiler): void {
    const { NormalModule } = compiler.webpack;
    compiler.hooks.compilation.tap("PlainEndpoints", (compilation) => {
      NormalModule.getCompilationHooks(compilation).processResult.tap("PlainEndpoints", (result, module) => {
        if (!module.resource.includes(FOLDER)) return result;
        const plain = plainEndpoints(String(result[0]));
        return plain === "" ? result : [plain, undefined, undefined];
      });
    });
  }
}

/** The file with nothing but its endpoints' methods and paths; "" when it has none. */
export function plainEndpoints(source: string): string {
  return [...source.matchAll(ENDPOINT)]
    .map(([, name, method, path]) => `export const ${name} = { method: ${method}, path: ${path} };\n`)
    .join("");
}
