// Without a mail server: each mail becomes a file in the data folder, for whoever runs the server to read.

import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import { type MailTransport, messageOf, type OutgoingMail } from "./transport.ts";

/** @param folder made when missing, for the owner only: there are links in it that open accounts */
export function createOutbox(folder: string, from: string, log: Logger): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async deliver(mail) {
      const { message } = await composer.sendMail(messageOf(mail, from));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, fileName(mail));
      const draft = `${path}.${process.pid}.part`;
      try {
        await writeFile(draft, message, { mode: 0o600 });
        // The same name when it is tried again, so it is there once; a reader never finds half of it.
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      log.info({ to: mail.to, subject: mail.subject, path }, "a mail is in the outbox");
    },
  };
}

/** Sorts by time. */
function fileName({ id, kind, createdAt }: OutgoingMail): string {
  const time = createdAt.toISOString().replaceAll(":", "-").replace(".", "-");
  return `${time}-${kind}-${id}.eml`;
}
