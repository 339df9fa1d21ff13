/** Name of the tool → path of its command, '' when it is not here. */
export declare const findTools: () => Readonly<Record<'chromium' | 'postgres' | 'redis' | 'fabric', string>>;
