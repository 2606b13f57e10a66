// The mails of a server without a mail server: files in its data folder. Waits for one, and finds what is to be followed in it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.ts";

const PATIENCE_MS = 30_000;

export interface OutboxMail {
  /** verifyEmail, resetPassword, ... */
  readonly kind: string;
  readonly to: string;
  /** As it reads in plain text. */
  readonly text: string;
  /** The first address in it, or "". */
  readonly link: string;
  /** The first number of six digits, or "". */
  readonly code: string;
}

/** All there are, the oldest first. */
export function mailsOf(dataDir: string): OutboxMail[] {
  const folder = join(dataDir, "outbox");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .toSorted()
    .map((name) => readMail(name, readFileSync(join(folder, name), "utf8")));
}

/** Waits for the newest mail of this kind to this address. @param after how many of them have been read already */
export async function mailTo(dataDir: string, to: string, kind: string, after = 0): Promise<OutboxMail> {
  const those = () => mailsOf(dataDir).filter((mail) => mail.to === to && mail.kind === kind);
  await until(() => those().length > after, PATIENCE_MS, `a mail ${kind} to ${to}`);
  return those().at(-1)!;
}

function readMail(name: string, source: string): OutboxMail {
  const kind = /Z-([A-Za-z]+)-/u.exec(name)?.[1] ?? "";
  const to = /^To: (.+)\r$/mu.exec(source)?.[1] ?? "";
  const plain = source.slice(source.indexOf("text/plain"));
  const encoded = plain.slice(plain.indexOf("\r\n\r\n"), plain.indexOf("\r\n--"));
  const isBase64 = /^Content-Transfer-Encoding: base64/mu.test(plain.slice(0, plain.indexOf("\r\n\r\n")));
  const text = isBase64 ? Buffer.from(encoded, "base64").toString("utf8") : quotedPrintable(encoded);
  const link = /https?:\/\/\S+/u.exec(text)?.[0] ?? "";
  const code = /\b\d{6}\b/u.exec(text)?.[0] ?? "";
  return { kind, to, text, link, code };
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/gu, "")
    .replace(/=([\dA-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
