/** Everything a printed recovery kit says, in one language. */
export interface KitTexts {
  title: string;
  holder: Readonly<Record<'owner' | 'pharmacist-in-charge', string>>;
  made: (date: string) => string;
  page: (page: number, pages: number) => string;
  /** Where the paper belongs. */
  keeping: string;
  keepingWhy: string;
  keyTitle: string;
  keyHint: string;
  keyScan: string;
  placesTitle: string;
  places: { name: string; kind: string; site: string; where: string };
  kinds: Readonly<Record<'folder' | 'network-folder' | 'usb-set' | 'azure', string>>;
  sites: Readonly<Record<'on-site' | 'off-site', string>>;
  azureWhere: (account: string, container: string, prefix: string) => string;
  azureEndpoint: (endpoint: string) => string;
  usbLabels: (labels: string) => string;
  usbWhere: (path: string) => string;
  accessTitle: string;
  accessHint: string;
  accessScan: string;
  line: string;
  noAccess: string;
  lifeboatTitle: string;
  lifeboatSteps: readonly string[];
  resticTitle: string;
  resticIntro: string;
  /** What LOCATION stands for in the commands. */
  resticLocations: string;
  resticSteps: { azure: string; list: string; restore: string; locked: string; check: string };
  /** Words in commands that the reader replaces. */
  placeholders: { location: string; token: string; id: string; folder: string };
  driveHint: string;
  tokenHint: string;
  reprintTitle: string;
  reprint: readonly string[];
  lost: string;
}
