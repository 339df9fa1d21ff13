// Environment of suites that run in the worker's own realm.
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** No sandbox: suites see the worker's globals, what the product sees when it runs. */
export default class OneRealm {
  global = globalThis;
  fakeTimers = null;
  #globals;
  #console = globalThis.console;
  #exit = process.exit;

  constructor({ projectConfig }) {
    this.#globals = projectConfig.globals;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  setup() {
    Object.assign(globalThis, this.#globals);
  }

  teardown() {
    this.fakeTimersModern.dispose();
    for (const name of Object.keys(this.#globals)) delete globalThis[name];
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  exportConditions() {
    return [];
  }

  /** Jest asks for it, and does without where there is none. */
  getVmContext() {
    return null;
  }
}
