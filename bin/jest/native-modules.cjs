// Jest's runtime without its sandbox: modules are Node's own, so that a worker loads and compiles the product once for
// all of its suites instead of once for each. What Jest does for a suite (order, hooks, time-outs, report) stays Jest's.
const { pathToFileURL } = require('node:url');

const globals = import('./globals.mjs');
let runs = 0;

module.exports = class NativeModules {
  #environment;

  constructor(config, environment) {
    this.#environment = environment;
  }

  /** Jest's own part of a suite: evaluated anew, since it holds the tests that were declared. */
  requireInternalModule(path) {
    delete require.cache[require.resolve(path)];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  setGlobalsForRuntime(names) {
    this.#names = names;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    const { moduleMocker, fakeTimersModern } = this.#environment;
    const jest = {
      fn: moduleMocker.fn.bind(moduleMocker),
      useFakeTimers: () => fakeTimersModern.useFakeTimers(),
      useRealTimers: () => fakeTimersModern.useRealTimers(),
      advanceTimersByTime: (milliseconds) => fakeTimersModern.advanceTimersByTime(milliseconds),
    };
    (await globals).bind({ ...this.#names, jest });
    // Jest has put its own formatter of stacks in place; Node's knows the lines of what it has loaded.
    Error.prepareStackTrace = undefined;
    const suite = pathToFileURL(path);
    // Two projects may run one suite in the same worker.
    suite.searchParams.set('run', String((runs += 1)));
    await import(suite);
  }

  enterTestCode() {}

  leaveTestCode() {}

  teardown() {}

  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  #names;
};
