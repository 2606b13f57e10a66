// How webpack makes client/dist of client/: built-in TypeScript (types are stripped, `tsc -b` checks them), Bootstrap's
// scss, one page. scripts/build-client.ts and scripts/dev.ts run it; there is no other way to build.

import { join } from "node:path";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import type { Configuration } from "webpack";
import { BUILD_DIGITS } from "../schema/performance-metrics.ts";
import { hashClientSources } from "../scripts/client-sources.ts";
import { ListChunks } from "../scripts/list-chunks.ts";
import { PlainEndpoints } from "../scripts/plain-endpoints.ts";

const here = import.meta.dirname;

/** The hash in development too, since the server lets browsers keep whatever lies in assets/. */
const ASSET = "assets/[name].[contenthash]";

/** Bootstrap 5.3 is written in the Sass of yesterday; its notices can't be mended here. */
const QUIET_SASS = {
  quietDeps: true,
  silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function", "abs-percent"],
};

// Babylon imports each shader on its own: 81 files unless grouped. WebGPU's are apart, WebGL never asks for them.
const SHADER_GROUPS = {
  shaders: {
    test: /[\\/]@babylonjs[\\/]core[\\/]Shaders[\\/]/,
    name: "shaders",
    chunks: "async",
    enforce: true,
  },
  shadersWGSL: {
    test: /[\\/]@babylonjs[\\/]core[\\/]ShadersWGSL[\\/]/,
    name: "shaders-wgsl",
    chunks: "async",
    enforce: true,
  },
} as const;

/** In one piece, so that it is known what pages with charts weigh. */
const CHART_GROUP = {
  charts: { test: /[\\/]node_modules[\\/](?:chart\.js|@kurkle)[\\/]/, name: "charts", chunks: "async", enforce: true },
} as const;

export function clientWebpack(mode: "production" | "development"): Configuration {
  return {
    mode,
    context: here,
    target: ["web", "es2022"],
    entry: { main: "./app/main.ts" },
    output: {
      path: join(here, "dist"),
      filename: `${ASSET}.js`,
      chunkFilename: `${ASSET}.js`,
      assetModuleFilename: "assets/[name].[hash][ext]",
      publicPath: "/",
      clean: true,
    },
    experiments: { typescript: true },
    module: {
      rules: [
        {
          test: /\.s?css$/,
          use: [
            MiniCssExtractPlugin.loader,
            "css-loader",
            { loader: "sass-loader", options: { sassOptions: QUIET_SASS } },
          ],
        },
        { test: /\.(svg|png|webp|woff2)$/, type: "asset/resource" },
      ],
    },
    plugins: [
      new HtmlWebpackPlugin({
        template: join(here, "index.html"),
        meta: { build: mode === "production" ? hashClientSources().slice(0, BUILD_DIGITS) : "" },
      }),
      new MiniCssExtractPlugin({ filename: `${ASSET}.css`, chunkFilename: `${ASSET}.css` }),
      new ListChunks("chunks.json"),
      new PlainEndpoints(),
    ],
    optimization: {
      splitChunks: { cacheGroups: { ...SHADER_GROUPS, ...CHART_GROUP } },
    },
    // The Content-Security-Policy has no unsafe-eval, so neither has any build.
    devtool: mode === "production" ? false : "source-map",
    cache: {
      type: "filesystem",
      cacheDirectory: join(here, ".cache"),
      buildDependencies: { config: [import.meta.filename, join(here, "../scripts/plain-endpoints.ts")] },
    },
    // test/client/size.test.ts holds the sizes, as gzip and by what loads when.
    performance: { hints: false },
    stats: "errors-warnings",
    infrastructureLogging: { level: "error" },
  };
}
