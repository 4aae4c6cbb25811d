/** Gives a forked process of Node what a utility process of Electron has: `process.parentPort`. Loaded with `--import`. */
process.parentPort = {
  on: (event, hear) => process.on('message', (data) => hear({ data })),
  once: (event, hear) => process.once('message', (data) => hear({ data })),
  postMessage: (data) => process.send(data),
};
