/** A window at 200 % zoom, or one that somebody made small: what one can go to stands above the screen, not beside it. */
export const NARROW = '@media (max-width: 760px)';
