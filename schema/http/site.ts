// What a page may know about its server.

import { z } from "zod";
import { endpoint } from "./endpoint.ts";

export const SiteReply = z.object({
  /** How to reach whoever runs it: an email or web address, or a sentence. Null: not given. */
  contact: z.string().nullable(),
  /** Whether one can sign in with 42. */
  fortyTwo: z.boolean(),
});
export type SiteReply = z.infer<typeof SiteReply>;

export const askSite = endpoint({
  method: "GET",
  path: "/api/site",
  access: "anyone",
  tag: "Site",
  summary: "Who runs this server and what it offers.",
  reply: SiteReply,
});
