// Hands mails to a mail server.

import { createTransport } from "nodemailer";
import { type MailTransport, messageOf } from "./transport.ts";

const CONNECT_MS = 10_000;
const GREETING_MS = 10_000;
/** Without a word from the server. */
const SILENCE_MS = 20_000;
const DNS_MS = 10_000;

/** Where a password may go over a line that nobody else can listen to. */
const OWN_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** @param url smtp:// or smtps://, with user and password if the server wants them */
export function createSmtp(url: URL, from: string): MailTransport {
  const secure = url.protocol === "smtps:";
  const user = decodeURIComponent(url.username);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    // Where it can be had it is used anyway; a password is not sent without.
    requireTLS: user !== "" && !OWN_MACHINE.has(url.hostname),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: DNS_MS,
  });
  return {
    async deliver(mail, signal) {
      await transport.sendMail({ ...messageOf(mail, from), signal });
    },
  };
}
