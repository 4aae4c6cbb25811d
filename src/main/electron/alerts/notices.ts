import type { DesktopNotifier } from '../../notifications/index.ts';
import type { Notice, NoticeFace } from './notice.ts';

export interface NoticesNeeds {
  face: NoticeFace;
  /** Opens the window at a place of the page. */
  open: (place: string) => void;
  /** A message could not be shown, and why; undefined: one was shown. */
  onTold: (failure: string | undefined) => void;
}

/** Messages on the desktop; a click on one leads to what it is about. */
export class Notices implements DesktopNotifier {
  private readonly needs: NoticesNeeds;

  constructor(needs: NoticesNeeds) {
    this.needs = needs;
  }

  /** Alerts are dealt with on Home, unless a place is named. */
  show({ place = '/', ...notice }: Omit<Notice, 'place'> & { place?: string | undefined }): void {
    const { face, open, onTold } = this.needs;
    try {
      face.show(notice, { clicked: () => open(place), shown: () => onTold(undefined), failed: onTold });
    } catch (error) {
      onTold(String(error));
    }
  }
}
