// The address that links in mails begin with: the public one of the settings, or, where nothing stands in front, what the visitor
// typed to get here. settings.ts makes sure that mails leave this machine only where the public one is known: anybody can claim
// to have typed anything.

import type { Request } from "express";
import type { Settings } from "../platform/settings.ts";

/** @returns how our addresses begin: https://rally.example */
export function createSiteOf({ publicUrl }: Pick<Settings, "publicUrl">): (request: Request) => string {
  return (request) => publicUrl?.origin ?? `${request.protocol}://${request.get("host") ?? "localhost"}`;
}
