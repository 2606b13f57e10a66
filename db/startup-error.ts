// Why the server cannot start, in one sentence that says what is wrong and how to mend it. main.ts prints it and exits.

export class StartupError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StartupError";
  }
}
