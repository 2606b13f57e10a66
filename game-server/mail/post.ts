// Sends mails in the background: ordered here, kept in the database, delivered however often it takes.

import { z } from "zod";
import type { OrderJob, OrderOptions } from "../platform/jobs/orders.ts";
import type { JobHandler } from "../platform/jobs/run-job.ts";
import { type MailOrder, type Mail, MAIL_KINDS } from "./kinds.ts";
import { renderMail } from "./render.ts";
import { DEFAULT_LANGUAGE, LANGUAGES } from "./texts.ts";
import type { MailTransport } from "./transport.ts";

/** The kind of job that a mail is. */
export const MAIL_JOB = "mail";

export interface Post {
  /** Resolves once the mail is sure to be sent, not when it is. */
  send(order: MailOrder, options?: OrderOptions): Promise<void>;
}

export function createPost(orderJob: OrderJob): Post {
  return {
    async send({ language = DEFAULT_LANGUAGE, ...order }, options) {
      await orderJob(MAIL_JOB, { ...order, language }, options);
    },
  };
}

/** Sealed by us, so it can only be outdated; rendering fails on values that a kind has come to need since. */
const OrderedMail = z.object({
  to: z.string(),
  kind: z.enum(MAIL_KINDS),
  values: z.record(z.string(), z.string()),
  language: z.enum(LANGUAGES),
});

/** The job that sends a mail: reads the order, renders it, hands it on. */
export function createDeliver(transport: MailTransport): JobHandler {
  return async ({ id, createdAt, payload, signal }) => {
    const { to, language, ...mail } = OrderedMail.parse(payload);
    const rendered = renderMail(mail as Mail, language);
    await transport.deliver({ ...rendered, id, kind: mail.kind, to, createdAt }, signal);
  };
}
