// A state that goes out by views is encoded for all of them into one buffer. Colyseus' own is for a match; one that overflows grows,
// and complains of it on the console.

import { Encoder } from "@colyseus/schema";

/** What all pages get at one time, in bytes. */
const BUFFER_BYTES = 256 * 1024;

/** Within it a room is given its state: an encoder takes its buffers as it is made, as large as Colyseus says for all rooms. */
export function withLargeBuffers(act: () => void): void {
  const usual = Encoder.BUFFER_SIZE;
  Encoder.BUFFER_SIZE = BUFFER_BYTES;
  try {
    act();
  } finally {
    Encoder.BUFFER_SIZE = usual;
  }
}
