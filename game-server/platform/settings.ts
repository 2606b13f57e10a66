// The only reader of the environment. Checks everything once, and says in one sentence what is wrong.
// All names and their meaning: .env.example

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { StartupError } from "../../db/errors.ts";
import { DEFAULT_RULES, MAX_POINTS_TO_WIN, MIN_POINTS_TO_WIN } from "../../pong/rules.ts";

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"] as const;
/** Shorter ones are guessed. */
const MIN_SECRET_LENGTH = 16;
const MIN_PASSWORD_LENGTH = 8;
const MAX_CONTACT_LENGTH = 200;
/** An address, or a name and an address in angle brackets. */
const MAIL_FROM_PATTERN = /^(?:[^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u;

/** A setting that is there but empty counts as not set, as people write it in a .env file. */
function setting<T extends z.ZodType>(type: T) {
  return z.preprocess((value) => (value === "" ? undefined : value), type);
}

function seconds(fallback: number) {
  return setting(z.coerce.number("must be a number of seconds").min(0.05, "must be above 0").default(fallback));
}

const Environment = z.object({
  PORT: setting(
    z.coerce
      .number("must be a number")
      .int()
      .min(0, "must be 0 to 65535")
      .max(65535, "must be 0 to 65535")
      .default(2567),
  ),
  // Everybody on the network may play: that is what it is for. 127.0.0.1 keeps it to this machine.
  HOST: setting(z.string().default("0.0.0.0")),
  DATA_DIR: setting(z.string().default("./data")),
  DATABASE_URL: setting(
    z
      .url({ protocol: /^postgres(ql)?$/, error: "must look like postgres://user:password@host:5432/database" })
      .optional(),
  ),
  REDIS_URL: setting(
    z.url({ protocol: /^rediss?$/, error: "must look like redis://user:password@host:6379/0" }).optional(),
  ),
  PUBLIC_ADDRESS: setting(
    z
      .string()
      .regex(/^[\w.:[\]-]+(?:\/[\w-]+)*$/u, "must look like rally.example/one, or 10.0.0.1:2567")
      .optional(),
  ),
  PUBLIC_URL: setting(z.url({ protocol: /^https?$/, error: "must look like https://rally.example" }).optional()),
  NODE_ENV: setting(
    z.enum(["development", "production", "test"], "must be development, production or test").default("development"),
  ),
  OPERATOR_PASSWORD: setting(
    z.string().min(MIN_PASSWORD_LENGTH, `must have ${MIN_PASSWORD_LENGTH} characters or more`).optional(),
  ),
  SESSION_SECRET: setting(
    z.string().min(MIN_SECRET_LENGTH, `must have ${MIN_SECRET_LENGTH} characters or more`).optional(),
  ),
  SMTP_URL: setting(
    z.url({ protocol: /^smtps?$/, error: "must look like smtps://user:password@mail.example:465" }).optional(),
  ),
  MAIL_FROM: setting(
    z.string().regex(MAIL_FROM_PATTERN, "must look like Rally <rally@mail.example>").default("Rally <rally@localhost>"),
  ),
  OPERATOR_CONTACT: setting(
    z.string().trim().max(MAX_CONTACT_LENGTH, `must have ${MAX_CONTACT_LENGTH} characters or less`).optional(),
  ),
  FORTYTWO_CLIENT_ID: setting(z.string().optional()),
  FORTYTWO_CLIENT_SECRET: setting(z.string().optional()),
  FORTYTWO_URL: setting(
    z.url({ protocol: /^https?$/, error: "must look like https://api.intra.42.fr" }).default("https://api.intra.42.fr"),
  ),
  LOG_LEVEL: setting(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info")),
  TRUST_PROXY: setting(z.coerce.number("must be a number").int().min(0, "must be 0 or more").default(0)),
  GUESTS_PER_MINUTE: setting(z.coerce.number("must be a number").int().min(1, "must be above 0").default(60)),
  JOINS_PER_MINUTE: setting(z.coerce.number("must be a number").int().min(1, "must be above 0").default(1200)),
  PLAY_NOW_POINTS: setting(
    z.coerce
      .number("must be a number")
      .int()
      .min(MIN_POINTS_TO_WIN, `must be ${MIN_POINTS_TO_WIN} or more`)
      .max(MAX_POINTS_TO_WIN, `must be ${MAX_POINTS_TO_WIN} or less`)
      .default(DEFAULT_RULES.pointsToWin),
  ),
  RECONNECT_SECONDS: seconds(30),
  RECONNECT_TOTAL_SECONDS: seconds(60),
  NO_SHOW_SECONDS: seconds(20),
});

export interface Settings {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  /** What several processes of one Rally talk over. Null: this is the only one. */
  readonly redisUrl: string | null;
  /** Where players reach this very process, of several: a host and a path. Null: where they reach any. */
  readonly publicAddress: string | null;
  /** Where players reach us, when that is not what the Host header says (behind a proxy). */
  readonly publicUrl: URL | null;
  readonly production: boolean;
  /** Null: no operators' pages. */
  readonly operatorPassword: string | null;
  /** How players reach whoever runs this server: shown on the pages about privacy and terms. Null: nothing is said. */
  readonly operatorContact: string | null;
  /** Null: one is generated and kept in the data folder. */
  readonly sessionSecret: string | null;
  /** The mail server. Null: mails become files in the data folder. */
  readonly smtpUrl: URL | null;
  /** Who mails come from: an address, or a name and an address in angle brackets. */
  readonly mailFrom: string;
  /** Null: nobody signs in with 42. */
  readonly fortyTwo: { readonly clientId: string; readonly clientSecret: string; readonly url: URL } | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How many of our proxies stand in front and pass on the visitor's address; 0: none, and such headers are ignored. */
  readonly trustedProxies: number;
  /** New names, and tables for friends, from one address; a school behind one address starts many players at once, a load test more. */
  readonly guestsPerMinute: number;
  /** Places in rooms from one address: a page takes a few as it opens, and again whenever its line comes back. */
  readonly joinsPerMinute: number;
  /** Points that win a match between two who have not chosen. */
  readonly playNowPoints: number;
  readonly reconnectSeconds: number;
  readonly reconnectTotalSeconds: number;
  /** How long one of two who were paired is waited for at the table. */
  readonly noShowSeconds: number;
}

/**
 * Reads the environment, and .env where it says nothing.
 * @throws StartupError naming the first setting that is wrong
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  if (environment === process.env && existsSync(".env")) process.loadEnvFile(".env");
  const result = Environment.safeParse(environment);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new StartupError(
      `The setting ${String(issue?.path[0])} ${issue?.message}: correct it in the environment or in .env.`,
    );
  }
  const read = result.data;
  if (read.SMTP_URL !== undefined && read.PUBLIC_URL === undefined)
    throw new StartupError("The setting SMTP_URL also needs PUBLIC_URL: links in emails begin with it.");
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL ?? null,
    redisUrl: read.REDIS_URL ?? null,
    publicAddress: read.PUBLIC_ADDRESS ?? null,
    publicUrl: read.PUBLIC_URL === undefined ? null : new URL(read.PUBLIC_URL),
    production: read.NODE_ENV === "production",
    operatorPassword: read.OPERATOR_PASSWORD ?? null,
    operatorContact: read.OPERATOR_CONTACT ?? null,
    sessionSecret: read.SESSION_SECRET ?? null,
    smtpUrl: read.SMTP_URL === undefined ? null : new URL(read.SMTP_URL),
    mailFrom: read.MAIL_FROM,
    fortyTwo: fortyTwoOf(read),
    logLevel: read.LOG_LEVEL,
    trustedProxies: read.TRUST_PROXY,
    guestsPerMinute: read.GUESTS_PER_MINUTE,
    joinsPerMinute: read.JOINS_PER_MINUTE,
    playNowPoints: read.PLAY_NOW_POINTS,
    reconnectSeconds: read.RECONNECT_SECONDS,
    reconnectTotalSeconds: read.RECONNECT_TOTAL_SECONDS,
    noShowSeconds: read.NO_SHOW_SECONDS,
  };
}

/** @throws StartupError when only half of it is set */
function fortyTwoOf(read: z.output<typeof Environment>): Settings["fortyTwo"] {
  const { FORTYTWO_CLIENT_ID: clientId, FORTYTWO_CLIENT_SECRET: clientSecret, FORTYTWO_URL: url } = read;
  if (clientId === undefined && clientSecret === undefined) return null;
  if (clientSecret === undefined)
    throw new StartupError("The setting FORTYTWO_CLIENT_ID also needs FORTYTWO_CLIENT_SECRET.");
  if (clientId === undefined)
    throw new StartupError("The setting FORTYTWO_CLIENT_SECRET also needs FORTYTWO_CLIENT_ID.");
  return { clientId, clientSecret, url: new URL(url) };
}
