// What browsers report: errors, and how fast pages are.

import { defineEntity, p } from "@mikro-orm/core";

/** One error that browsers reported, however often it was seen. */
const ClientErrorSchema = defineEntity({
  name: "ClientError",
  tableName: "client_errors",
  properties: {
    /** game-server/reports/fingerprint.ts. */
    fingerprint: p.string().length(32).primary(),
    /** Of the page, "" in development. */
    build: p.string().length(12),
    /** The kind of page it was first seen on. */
    page: p.string().length(16),
    message: p.string().length(300),
    stack: p.string().length(2000),
    count: p.bigint("number"),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime().index(),
  },
});

export class ClientError extends ClientErrorSchema.class {}
ClientErrorSchema.setClass(ClientError);

/** How often a figure fell into a bucket on a day: counts, and nothing that could be one person's. */
const PerformanceMetricSchema = defineEntity({
  name: "ClientFigure",
  tableName: "client_figures",
  properties: {
    /** YYYY-MM-DD, UTC. */
    day: p.date().primary(),
    figure: p.string().length(16).primary(),
    bucket: p.string().length(24).primary(),
    count: p.bigint("number"),
  },
});

export class PerformanceMetric extends PerformanceMetricSchema.class {}
PerformanceMetricSchema.setClass(PerformanceMetric);
