// GET /api/site (schema/http/site.ts).

import { askSite, type SiteReply } from "../../schema/http/site.ts";
import type { Api } from "../http/serve.ts";

export function serveSite({ serve }: Api, site: SiteReply): void {
  serve(askSite, () => site);
}
