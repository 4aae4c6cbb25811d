/** Where the repositories of the destinations are at this moment: folders, disks by their markers, services. */
export { azureCredentials, azureLocation } from './azure-location.ts';
export { DISK_FOLDER, type DiskMarker, folderOn, newMarker, readMarker, writeMarker } from './disk-marker.ts';
export { type Drive, listDrives, type ListDrives } from './drives/index.ts';
export { type FolderNeeds, listFolder } from './folders/list-folder.ts';
export { type FindNeeds, findRepositories, type FoundRepository, repositoryAt } from './repositories/find-repositories.ts';
export { isInside, realPath } from './inside.ts';
export type { Places, PlaceState } from './places.ts';
export { createPlaces, type PlacesNeeds } from './system-places.ts';
