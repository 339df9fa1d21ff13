/** Toasts are said seldom: what draws them is loaded with the first one. */
import type { NotificationData } from '@mantine/notifications';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isSaid = false;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether any toast has been said yet. */
export const useIsSaid = (): boolean => useSyncExternalStore(subscribe, () => isSaid);

/** Says something in a corner of the page for a while. */
export const sayToast = async (toast: NotificationData): Promise<void> => {
  isSaid = true;
  for (const listener of listeners) listener();
  const { notifications } = await import('@mantine/notifications');
  notifications.show(toast);
};
