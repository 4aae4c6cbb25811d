import NodeEnvironment from 'jest-environment-node';

/** Node's, and a test that fails is told on the spot: what the page said then cannot be asked later. */
export default class TellingEnvironment extends NodeEnvironment {
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') await this.global.tellFailure?.(event.test.name);
  }
}
