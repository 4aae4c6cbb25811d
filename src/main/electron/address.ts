/** The scheme the page is served under: an origin of its own, so that nothing of the page depends on `file:`. */
export const SCHEME = 'app';
const HOST = 'lifeboat';
/** Where the page lives; nothing else is ever loaded into the window. */
export const ORIGIN = `${SCHEME}://${HOST}`;

/** A place in the page, such as `/runs/3f2a`; the window's router reads it after the `#`. */
const PLACE = /^\/[\w/-]*$/;

/** The address of a place in the page; Home for what is no place. */
export function addressOf(place = '/'): string {
  return `${ORIGIN}/#${PLACE.test(place) ? place : '/'}`;
}

/** Whether an address is the page's own. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
}
