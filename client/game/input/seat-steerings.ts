// Who steers with what: one player with everything there is, or two at one machine who share it, seen from the side.

import type { Court } from "../../../pong/court.ts";
import type { Keys } from "../../../pong/keys.ts";
import { Steering } from "./steering.ts";
import type { View } from "../../platform/settings.ts";

export interface SeatSteeringsOptions {
  readonly surface: HTMLElement;
  readonly court: Court;
  /** From whose side it is seen: the one player's, or the first of two. */
  readonly seat: number;
  readonly isShared: boolean;
  readonly view: () => View;
  readonly left: AbortSignal;
  readonly hold: (keys: Keys, seat: number) => void;
}

/** A steering for each seat that is played here, with its seat. */
export function steerSeats(options: SeatSteeringsOptions): { readonly seat: number; readonly steering: Steering }[] {
  const { seat: cameraSeat, isShared, hold, ...rest } = options;
  const seats = options.court.rails.map(({ seat }) => seat).filter((seat) => isShared || seat === cameraSeat);
  return seats.map((seat) => {
    const isFirst = seat === cameraSeat;
    const share = {
      side: isFirst ? "letters" : "arrows",
      half: isFirst ? "near" : "far",
      pad: isFirst ? 0 : 1,
    } as const;
    const all = { side: "all", half: null, pad: 0 } as const;
    const steering = new Steering({
      ...rest,
      ...(isShared ? share : all),
      seat,
      cameraSeat,
      hold: (keys) => hold(keys, seat),
    });
    return { seat, steering };
  });
}
