// Mail from end to end: who may order one, and the job that delivers it.

import { join } from "node:path";
import type { Feature } from "../http/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { createOutbox } from "./outbox.ts";
import { createPost, MAIL_JOB, type Post, createDeliver } from "./post.ts";
import { createSmtp } from "./smtp.ts";

export type { Mail } from "./kinds.ts";
export type { Post } from "./post.ts";

export interface MailFeature extends Feature {
  readonly post: Post;
  readonly jobs: NonNullable<Feature["jobs"]>;
}

export function createMail({
  settings,
  log,
  orderJob,
}: Pick<Platform, "log" | "orderJob"> & MailSettings): MailFeature {
  const { smtpUrl, mailFrom, dataDir } = settings;
  const transport =
    smtpUrl === null ? createOutbox(join(dataDir, "outbox"), mailFrom, log) : createSmtp(smtpUrl, mailFrom);
  return { post: createPost(orderJob), jobs: { [MAIL_JOB]: createDeliver(transport) } };
}

interface MailSettings {
  readonly settings: Pick<Platform["settings"], "smtpUrl" | "mailFrom" | "dataDir">;
}
