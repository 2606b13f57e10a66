// The browser cannot draw the table: WebGL is switched off or missing.

export class NoGraphics extends Error {
  constructor(cause: unknown) {
    super("the table cannot be drawn", { cause });
    this.name = "NoGraphics";
  }
}
