// webpack takes style sheets as imports.
declare module "*.scss";
