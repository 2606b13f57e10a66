// A webpack plugin: writes which files each chunk of the client has, which packages are in it and whether the page loads
// it at once, so that test/client/size.test.ts can weigh what loads when.

import type { Chunk, Compilation, Compiler, Module } from "webpack";

export interface ListedChunk {
  name: string;
  /** Named in index.html, so it loads before the first click. */
  initial: boolean;
  /** Relative to client/dist. */
  files: string[];
  /** npm packages with code in it, sorted. */
  packages: string[];
}

export class ListChunks {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("ListChunks", (compilation) => {
      // After the content hashes have become final, so that the names are those on disk.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "ListChunks", stage }, () => {
        const chunks = [...compilation.chunks].map((chunk) => listed(compilation, chunk));
        compilation.emitAsset(this.#file, new sources.RawSource(`${JSON.stringify(chunks, null, 2)}\n`));
      });
    });
  }
}

function listed(compilation: Compilation, chunk: Chunk): ListedChunk {
  const packages = new Set<string>();
  for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) collectPackages(module, packages);
  return {
    name: chunk.name ?? String(chunk.id),
    initial: chunk.canBeInitial(),
    files: [...chunk.files],
    packages: [...packages].toSorted(),
  };
}

function collectPackages(module: Module, into: Set<string>): void {
  // Modules that were merged into one scope keep the originals in `modules`.
  if ("modules" in module && Array.isArray(module.modules)) {
    for (const inner of module.modules as Module[]) collectPackages(inner, into);
  }
  const path = module.nameForCondition() ?? "";
  const found = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path);
  if (found?.[1]) into.add(found[1].replaceAll("\\", "/"));
}
