/**
 * House rules that no ready-made rule states, as a plugin for oxlint.
 *
 * `injected-clock`: only src/main/clock.ts asks the time. Whoever needs it is handed a Clock, so that a test can
 * say what time it is and a clock that jumps is met in one place.
 */
const CLOCK_CALLS = new Map([
  ['Date', new Set(['now'])],
  ['performance', new Set(['now', 'timeOrigin', 'mark', 'measure'])],
  ['process', new Set(['hrtime', 'uptime'])],
  ['os', new Set(['uptime'])],
]);

/** Exports that tell the time, by module; an empty set stands for all of them. */
const CLOCK_IMPORTS = new Map([
  ['perf_hooks', new Set()],
  ['os', new Set(['uptime'])],
  ['process', new Set(['hrtime', 'uptime'])],
]);

const MESSAGE = 'Ask the injected Clock for the time; only src/main/clock.ts asks the machine.';

const isDate = (node) => node.callee.type === 'Identifier' && node.callee.name === 'Date';

const injectedClock = {
  create(context) {
    const report = (node) => context.report({ node, message: MESSAGE });
    return {
      NewExpression(node) {
        if (isDate(node) && node.arguments.length === 0) report(node);
      },
      CallExpression(node) {
        if (isDate(node)) report(node);
      },
      MemberExpression(node) {
        if (node.object.type !== 'Identifier') return;
        const name = node.computed ? node.property.value : node.property.name;
        if (CLOCK_CALLS.get(node.object.name)?.has(name)) report(node);
      },
      ImportDeclaration(node) {
        const names = CLOCK_IMPORTS.get(node.source.value.replace(/^node:/, ''));
        if (names?.size === 0) report(node);
        for (const specifier of node.specifiers) if (names?.has(specifier.imported?.name)) report(specifier);
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { 'injected-clock': injectedClock } };
