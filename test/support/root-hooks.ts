// What mocha does in each process: fails where a promise is rejected that nobody handles, which it would pass over in silence; and after
// the last test it ends what its suites have shared.

process.on("unhandledRejection", (reason) => {
  throw reason;
});

/** Each adds its own when it starts something. */
export const atEnd: (() => Promise<void>)[] = [];

export const mochaHooks = {
  async afterAll(): Promise<void> {
    for (const end of atEnd) await end();
  },
};
