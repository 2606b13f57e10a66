// The words around a chart. They come with the charts.

export const en = {
  table: "Show as table",
  tableOf: "Show as table: {{title}}",
} as const;
