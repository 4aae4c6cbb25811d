import { dialog } from 'electron';
import type { Ask } from '../tray/tray-commands.ts';

/** Asks a question with two answers; closing it means the safe one. */
export const ask: Ask = async ({ title, body, yes, no }) => {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Lifeboat',
    message: title,
    detail: body,
    buttons: [yes, no],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
};
