// Tells the server what has been read.

import { readNotifications } from "../../../schema/http/notifications.ts";
import { call } from "../../platform/api.ts";

/** Goes on when the page is left meanwhile; what does not arrive stays unread. @param ids null: all */
export function markRead(ids: readonly string[] | null): void {
  call(readNotifications, { body: ids === null ? {} : { ids: [...ids] } }).catch(() => undefined);
}
