// Cards of those who are here (rooms/lobby/cards.ts), out of the database: three queries for up to two hundred.

import type { AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import type { FriendLists } from "../../db/repositories/friend-lists.ts";
import type { Friends, Relation } from "../../db/repositories/friends.ts";
import type { PlayerRow, Players } from "../../db/repositories/players.ts";
import type { RatingRow, Ratings } from "../../db/repositories/ratings.ts";
import type { Card, Cards, Ties } from "../../rooms/lobby/cards.ts";
import { OPEN_TO_ALL } from "../../schema/profile.ts";
import { privacyOf } from "../accounts/feature.ts";
import { type Permission, may } from "../people/feature.ts";
import { shownRating } from "../leaderboards/feature.ts";

export interface CardsOptions {
  readonly accounts: Pick<Accounts, "findAll">;
  readonly players: Pick<Players, "findAll">;
  readonly ratings: Pick<Ratings, "of">;
  readonly friends: Pick<Friends, "blockedEitherWay">;
  readonly lists: Pick<FriendLists, "friendIds">;
  readonly wallClock: () => Date;
}

export function createCards({ accounts, players, ratings, friends, lists, wallClock }: CardsOptions): Cards {
  const mayDo = (deed: Permission) => (viewerId: string, ties: Ties, card: Card) =>
    may(deed, relationOf(viewerId, ties, card.id), card.privacy);
  return {
    async of(ids) {
      const found = await accounts.findAll(ids);
      const known = new Set(found.map(({ id }) => id));
      const [guests, rows] = await Promise.all([
        players.findAll(ids.filter((id) => !known.has(id))),
        ratings.of([...known]),
      ]);
      return [
        ...found.map((account) => cardOf(account, rows.get(account.id) ?? [], wallClock())),
        ...guests.map(guestCard),
      ];
    },
    async tiesOf(playerId) {
      const [own, avoids] = await Promise.all([lists.friendIds(playerId), friends.blockedEitherWay(playerId)]);
      return { friends: new Set(own), avoids };
    },
    maySee: mayDo("seeStatus"),
    mayChallenge: mayDo("challenge"),
  };
}

function cardOf(account: AccountRow, rows: readonly RatingRow[], now: Date): Card {
  const { id, name, login, avatarId } = account;
  const ratings = Object.fromEntries(
    rows.map((row) => {
      const { mode, rating, provisional } = shownRating(row, now);
      return [mode, { rating, provisional }];
    }),
  );
  return { id, name, login, avatarId, ratings, privacy: privacyOf(account) };
}

function guestCard({ id, name }: PlayerRow): Card {
  return { id, name, login: null, avatarId: null, ratings: {}, privacy: OPEN_TO_ALL };
}

function relationOf(viewerId: string, { friends, avoids }: Ties, otherId: string): Relation {
  const isAvoided = avoids.has(otherId);
  return {
    isSelf: viewerId === otherId,
    friendship: friends.has(otherId) ? "friends" : "none",
    blocks: isAvoided,
    isBlocked: isAvoided,
  };
}
