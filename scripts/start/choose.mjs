/**
 * @typedef {{ electron: string | undefined, platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, isRoot: boolean, trouble?: string }} Machine
 * `electron`: its program, if it is here. `trouble`: why it could not be fetched.
 */

/**
 * Where the app opens, and why, in one sentence.
 *
 * @param {Machine} machine
 * @returns {{ in: 'electron' | 'browser', why: string }}
 */
export function choose({ electron, platform, environment, isRoot, trouble }) {
  const browser = (/** @type {string} */ why) => ({ in: /** @type {const} */ ('browser'), why: `Lifeboat opens in the browser: ${why}.` });
  if (!hasDesktop(platform, environment)) return browser('this session has no desktop to show a window on');
  if (platform === 'linux' && isRoot) return browser('Electron shows no window for root, since it would run without its sandbox');
  if (electron === undefined) return browser(`Electron is not here and ${trouble ?? 'could not be fetched'}`);
  return { in: 'electron', why: 'Lifeboat opens in its own window, in Electron.' };
}

/**
 * Whether a window can be shown at all; nothing has to be fetched where it cannot.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} environment
 */
export function hasDesktop(platform, environment) {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/**
 * The program that opens an address in the person's browser.
 *
 * @param {string} link
 * @param {NodeJS.Platform} platform
 * @returns {[string, string[]]}
 */
export function opener(link, platform) {
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', link]];
  return [platform === 'darwin' ? 'open' : 'xdg-open', [link]];
}
