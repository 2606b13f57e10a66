// Where a list that is read from the latest on continues: the moment of the last row that was sent, and its id, as several may share
// one moment.

import { z } from "zod";

export const MomentCursor = z
  .templateLiteral([z.iso.datetime({ precision: 3 }), "_", z.uuid()])
  // The one year that databases do not know.
  .refine((text) => !text.startsWith("0000"));
export type MomentCursor = z.infer<typeof MomentCursor>;

export function writeMoment(at: Date, id: string): MomentCursor {
  return `${at.toISOString()}_${id}`;
}

/** @param text as MomentCursor has it */
export function readMoment(text: MomentCursor): { readonly at: Date; readonly id: string } {
  const [at = "", id = ""] = text.split("_");
  return { at: new Date(at), id };
}
