// What the pages about people ask of the server: schema/http/players.ts, friends.ts and moderation.ts.

import type { AchievementsReply } from "../../../schema/http/achievements.ts";
import type { AskedReply, FriendsReply } from "../../../schema/http/friends.ts";
import type { BanRequest, RoleRequest } from "../../../schema/http/moderation.ts";
import type { NotificationsReply } from "../../../schema/http/notifications.ts";
import type { PlayedReply, PlayerReply } from "../../../schema/http/players.ts";
import { request } from "../../platform/api.ts";
import { type PlayedFilter, queryOf } from "./played-filter.ts";

/** Of what the server has about a player. */
export const playerPath = (login: string): string => `/api/players/${encodeURIComponent(login)}`;
const moderated = (login: string): string => `/api/moderation/players/${encodeURIComponent(login)}/ban`;

export const askPlayer = (login: string): Promise<PlayerReply> => request("GET", playerPath(login));
/** @param before the cursor of the page before, or null */
export const askPlayed = (login: string, filter: PlayedFilter, before: string | null): Promise<PlayedReply> =>
  request("GET", `${playerPath(login)}/matches${queryOf(filter, before)}`);
export const askAchievements = (login: string): Promise<AchievementsReply> =>
  request("GET", `${playerPath(login)}/achievements`);

export const askNotifications = (): Promise<NotificationsReply> => request("GET", "/api/notifications");

export const askFriends = (): Promise<FriendsReply> => request("GET", "/api/friends");

export const askByLogin = (login: string): Promise<AskedReply> => request("POST", "/api/friends", { login });
export const askFriend = (id: string): Promise<AskedReply> => request("PUT", `/api/friends/${id}`);
export const acceptFriend = (id: string): Promise<void> => request("POST", `/api/friends/${id}/accept`);
export const removeFriend = (id: string): Promise<void> => request("DELETE", `/api/friends/${id}`);
export const block = (id: string): Promise<void> => request("PUT", `/api/blocks/${id}`);
export const unblock = (id: string): Promise<void> => request("DELETE", `/api/blocks/${id}`);

export const ban = (login: string, body: BanRequest): Promise<void> => request("PUT", moderated(login), body);
export const unban = (login: string): Promise<void> => request("DELETE", moderated(login));
export const setRole = (login: string, body: RoleRequest): Promise<void> =>
  request("PUT", `/api/admin/players/${encodeURIComponent(login)}/role`, body);
