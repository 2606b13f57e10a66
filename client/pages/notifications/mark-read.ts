// Tells the server what has been read.

import { request } from "../../platform/api.ts";

/** Goes on when the page is left meanwhile; what does not arrive stays unread. @param ids null: all */
export function markRead(ids: readonly string[] | null): void {
  request("POST", "/api/notifications/read", ids === null ? {} : { ids }).catch(() => undefined);
}
