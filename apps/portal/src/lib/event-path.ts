/** Address of an event's page. */
export const eventPath = (eventID: string): string => `/events/${encodeURIComponent(eventID)}`;
