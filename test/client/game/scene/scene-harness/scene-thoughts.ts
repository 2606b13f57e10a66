// The computer's thoughts about a simulated rally, laid on a table and taken away again; what that adds to its scene.

import { createGame } from "../../../../../pong/games.ts";
import { glimpse } from "../../../../../pong/ai/glimpse.ts";
import { createAiPlayer, look, mannerOf } from "../../../../../pong/ai/player.ts";
import type { Thought } from "../../../../../pong/ai/thought.ts";
import { CLASSIC } from "../../../../../pong/court.ts";
import { DEFAULT_RULES } from "../../../../../pong/rules.ts";
import type { World } from "../../../../../pong/world.ts";
import { createThoughts } from "../../../../../client/playback/thoughts/create-thoughts.ts";
import type { Table } from "../../../../../client/game/scene/open-table.ts";

/** What a scene has. */
export interface Stock {
  readonly meshes: number;
  readonly materials: number;
  readonly textures: number;
}

/** What the computer on either seat makes of this moment. */
function thoughtsOf(world: World): Thought[] {
  return CLASSIC.rails.map(({ seat }) => {
    const player = createAiPlayer(createGame(DEFAULT_RULES), seat, mannerOf("tide"), 7);
    return look(player, glimpse(world, [], world.tick)).thought;
  });
}

/** Lays the thoughts of a moment on the table. @returns takes them away */
export function layThoughts(table: Table, world: World): () => void {
  const thoughts = thoughtsOf(world);
  return table.add((stage, kit) => createThoughts(stage, kit, () => thoughts));
}

export function stockOf(table: Table): Stock {
  const stock = { meshes: 0, materials: 0, textures: 0 };
  const takeAway = table.add(({ scene: { meshes, materials, textures } }) => {
    Object.assign(stock, { meshes: meshes.length, materials: materials.length, textures: textures.length });
    return { update: () => {} };
  });
  takeAway();
  return stock;
}
