// Leaves a room for good. A line that is closing already needs no word: browsers complain of one on their console.

import type { Room } from "@colyseus/sdk";

/** Never rejects. */
export async function leaveRoom(room: Room | null | undefined): Promise<void> {
  if (room?.connection.isOpen === true) await room.leave(true).catch(() => undefined);
}
