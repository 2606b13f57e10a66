// Sends mails in the background: ordered here, kept in the database, delivered by the worker (deliver.ts) however often it takes.

import type { OrderJob, OrderOptions } from "../platform/jobs/orders.ts";
import type { MailOrder } from "./kinds.ts";
import { DEFAULT_LANGUAGE } from "./texts.ts";

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
