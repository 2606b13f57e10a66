// The job that sends a mail: reads the order, renders it, hands it on.

import { z } from "zod";
import type { JobHandler } from "../platform/jobs/run-job.ts";
import { type Mail, MAIL_KINDS } from "./kinds.ts";
import { renderMail } from "./render.ts";
import { LANGUAGES } from "./texts.ts";
import type { MailTransport } from "./transport.ts";

/** Sealed by us, so it can only be outdated; rendering fails on values that a kind has come to need since. */
const OrderedMail = z.object({
  to: z.string(),
  kind: z.enum(MAIL_KINDS),
  values: z.record(z.string(), z.string()),
  language: z.enum(LANGUAGES),
});

export function createDeliver(transport: MailTransport): JobHandler {
  return async ({ id, createdAt, payload, signal }) => {
    const { to, language, ...mail } = OrderedMail.parse(payload);
    const rendered = renderMail(mail as Mail, language);
    await transport.deliver({ ...rendered, id, kind: mail.kind, to, createdAt }, signal);
  };
}
