import { bindLinux, type LinuxNative } from './linux.ts';
import { loadKoffi } from './load.ts';
import { bindWindows, type WindowsNative } from './windows.ts';

export type { LinuxNative } from './linux.ts';
export type { WindowsDetails, WindowsNative } from './windows.ts';

interface Bound {
  linux?: LinuxNative;
  windows?: WindowsNative;
}

let bound: Bound | undefined;

/** Linux calls past Node; undefined elsewhere and where koffi is missing. */
export function linuxNative(): LinuxNative | undefined {
  return (bound ??= bind()).linux;
}

/** Windows calls past Node; undefined elsewhere and where koffi is missing. */
export function windowsNative(): WindowsNative | undefined {
  return (bound ??= bind()).windows;
}

/**
 * `native-unavailable` if this machine's calls past Node cannot be made: extended attributes, the last digits of times and
 * Windows attributes are then neither read nor set. A verb reports it once; nothing else fails by it.
 */
export function nativeProblem(): 'native-unavailable' | undefined {
  return linuxNative() || windowsNative() ? undefined : 'native-unavailable';
}

function bind(): Bound {
  const koffi = loadKoffi();
  if (!koffi) return {};
  try {
    if (process.platform === 'linux') return { linux: bindLinux(koffi) };
    if (process.platform === 'win32') return { windows: bindWindows(koffi) };
  } catch {
    // A C library without one of the calls: as good as none.
  }
  return {};
}
