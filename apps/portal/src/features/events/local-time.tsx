import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const MINUTE_MS = 60_000;
const OFFSET = /^([+-])(\d{2}):(\d{2})$/;

const minutesOf = (offset: string): number => {
  const [, sign = '+', hours = '0', minutes = '0'] = OFFSET.exec(offset) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
};

interface Props {
  readonly at: string;
  /** Of the place where it happened, such as `+08:00`. */
  readonly offset: string;
}

/** When something happened by the clock of the place where it did, with the zone of that clock. */
export const LocalTime = ({ at, offset }: Props): ReactElement => {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'zh' ? 'zh-CN' : 'en-GB';
  const there = new Date(new Date(at).getTime() + minutesOf(offset) * MINUTE_MS);
  const text = there.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return <time dateTime={at}>{`${text} ${offset}`}</time>;
};
