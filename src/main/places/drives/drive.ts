/** A volume that is mounted now. */
export interface Drive {
  /** Where it is: a folder, or a drive's letter as `E:\`. */
  path: string;
  /** The file system's own id, where the operating system tells: a UUID, or a Windows volume GUID path. */
  volumeId: string | undefined;
  label: string | undefined;
  isRemovable: boolean;
}

/** Lists what is mounted. */
export type ListDrives = () => Promise<Drive[]>;
