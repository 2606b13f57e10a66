// POST /api/reports: a browser's errors and how a match ran, without saying whose they are. Answered with
// 204 and nothing, also when there have been too many. What the parts mean: ../performance-metrics.ts, ../report-text.ts.

import { z } from "zod";
import { BUILD_DIGITS, MAX_ENTRIES, MAX_TIMES, PAGE_KINDS } from "../performance-metrics.ts";
import { MAX_MESSAGE_LENGTH, MAX_STACK_LENGTH } from "../report-text.ts";
import { endpoint } from "./endpoint.ts";

const MAX_MS = 60_000;
const ms = z.number().min(0).max(MAX_MS);
const times = z.number().int().min(0).max(MAX_TIMES);

export const ErrorEntry = z.strictObject({
  kind: z.literal("error"),
  page: z.enum(PAGE_KINDS),
  message: z.string().max(MAX_MESSAGE_LENGTH),
  stack: z.string().max(MAX_STACK_LENGTH),
  /** How often since it was last reported. */
  times: times.min(1),
});
export type ErrorEntry = z.infer<typeof ErrorEntry>;

export const MetricsEntry = z.strictObject({
  kind: z.literal("figures"),
  quality: z.number().int().min(0).max(9),
  theme: z.string().regex(/^[a-z][a-z\d-]{0,19}$/u),
  frameMs: ms,
  slowFrames: z.number().min(0).max(1),
  roundTripMs: ms.nullable(),
  swingMs: ms.nullable(),
  otherLateMs: ms.nullable(),
  stalls: times,
  reconnections: times,
  corrections: times,
  // A page of before does not count them.
  divergences: times.default(0),
});
export type MetricsEntry = z.infer<typeof MetricsEntry>;

export const ReportRequest = z.strictObject({
  /** Of the page: the beginning of the hash of what it was built from; "" in development. */
  build: z
    .string()
    .max(BUILD_DIGITS)
    .regex(/^[\da-f]*$/u),
  entries: z
    .array(z.discriminatedUnion("kind", [ErrorEntry, MetricsEntry]))
    .min(1)
    .max(MAX_ENTRIES),
});
export type ReportRequest = z.infer<typeof ReportRequest>;

/** Served apart from the others (game-server/reports/feature.ts), without identifying anybody. */
export const report = endpoint({
  method: "POST",
  path: "/api/reports",
  access: "anyone",
  tag: "Reports",
  summary: "Errors and performance metrics of a page, anonymously. Too many are dropped, with the same answer.",
  body: ReportRequest,
});
