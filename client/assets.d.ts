// What webpack turns other imports than TypeScript into.

declare module "*.scss";
