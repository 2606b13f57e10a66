// What mocha does after the last test of a process: ends what its suites have shared.

/** Each adds its own when it starts something. */
export const atEnd: (() => Promise<void>)[] = [];

export const mochaHooks = {
  async afterAll(): Promise<void> {
    for (const end of atEnd) await end();
  },
};
