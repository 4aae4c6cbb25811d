/** A forked child: gives back what it is sent, and ends with code 7 when its parent lets go. */
process.on('message', (message) => process.send?.(message));
process.on('disconnect', () => process.exit(7));
process.send?.('ready');
