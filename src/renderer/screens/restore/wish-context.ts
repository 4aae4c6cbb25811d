import { createContext, use } from 'react';
import type { Wish } from './wish.ts';

/** What was said so far, and a way to say more. */
export interface WishContextValue {
  wish: Wish;
  say: (said: Partial<Wish>) => void;
}

export const WishContext = createContext<WishContextValue | undefined>(undefined);

export function useWish(): WishContextValue {
  const value = use(WishContext);
  if (value === undefined) throw new Error('There is no wish around this component.');
  return value;
}
