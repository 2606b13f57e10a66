export * from "../contract/achievements.ts";
