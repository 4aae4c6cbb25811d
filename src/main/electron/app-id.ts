/** The program's name for Windows: in its notifications, its taskbar and its installer (electron-builder's `appId`). It never changes. */
export const APP_ID = 'com.lifeboat.desktop';
/** What starts the program when a person clicks an old notification of it in Windows' list. It never changes either. */
export const TOAST_ACTIVATOR = '{5F1B8C1E-3D0A-4E0B-9C55-6B1F0E7A4D21}';
