// How the HTTP API says no: a status code and this body. The `code` is an i18n key (client/platform/i18n/).

import { z } from "zod";

export const Problem = z.object({
  error: z.object({
    code: z.string(),
    /** Values for the translated sentence. */
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});
export type Problem = z.infer<typeof Problem>;
