// How often a figure fell into a bucket on a day: counts, and nothing that could be one person's.

import { defineEntity, p } from "@mikro-orm/core";

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
