// Builds the page of a test into a temporary folder and serves it under the game's Content-Security-Policy.

import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import webpack from "webpack";
import { clientWebpack } from "../../../../../client/webpack.config.ts";
import { PlainEndpoints } from "../../../../../scripts/plain-endpoints.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:";
const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css" };
const PAGE =
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Rally</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">';

export interface ServedHarness {
  readonly address: string;
  /** Where the built files are. */
  readonly folder: string;
  close(): Promise<void>;
}

/** @param entries the page's script and, where it has its own, its styles; left out: the scene's */
export async function serveHarness(...entries: string[]): Promise<ServedHarness> {
  const folder = await mkdtemp(join(tmpdir(), "rally-page-"));
  await build(entries.length === 0 ? [join(import.meta.dirname, "page.ts")] : entries, folder);
  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", POLICY);
    const name = basename(request.url ?? "");
    if (name === "") {
      response.setHeader("content-type", "text/html");
      response.end(`${PAGE}<script type="module" src="/page.js"></script>`);
    } else if (name === "page.css" && !existsSync(join(folder, name))) {
      response.setHeader("content-type", "text/css");
      response.end("body { margin: 0; overflow: hidden; background: #000 } canvas { display: block }");
    } else {
      readFile(join(folder, name)).then(
        (body) => response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "text/plain" }).end(body),
        () => response.writeHead(404).end(),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    folder,
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}

/** With the client's own way to treat TypeScript, styles and shaders, and nothing of its pages. */
async function build(entries: string[], folder: string): Promise<void> {
  const client = clientWebpack("production");
  const compiler = webpack({
    mode: "production",
    target: client.target ?? "web",
    entry: { page: entries },
    output: { path: folder, filename: "[name].js", chunkFilename: "[name].js", publicPath: "/" },
    module: client.module ?? {},
    plugins: [new MiniCssExtractPlugin({ filename: "[name].css" }), new PlainEndpoints()],
    experiments: client.experiments ?? {},
    // Minified it would do the same, and later.
    optimization: { ...client.optimization, minimize: false },
    performance: { hints: false },
    devtool: false,
    cache: false,
  });
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise((resolve) => compiler.close(resolve));
  if (!stats || stats.hasErrors()) throw new Error(stats?.toString("errors-only") ?? "webpack gave nothing");
}
