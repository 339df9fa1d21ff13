import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import type { ReactElement } from 'react';

/** Where toasts are drawn. Above, they would cover what a page offers next. */
export const Toasts = (): ReactElement => <Notifications position="bottom-right" />;
