// What webpack makes of imports that are no TypeScript.

declare module "*.scss";
