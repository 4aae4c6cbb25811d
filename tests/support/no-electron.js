throw new Error('A test imported electron, which exists only inside Electron: what it tests belongs outside src/main/electron.');
