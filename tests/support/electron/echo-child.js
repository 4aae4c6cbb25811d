/** A program for a utility process: says back what it hears. */
process.parentPort.on('message', ({ data }) => {
  if (data === 'end') process.exit(3);
  process.parentPort.postMessage(data);
});
