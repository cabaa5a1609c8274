/** What can be followed live. */
export const LIVE_TOPICS = ['alerts', 'predictions'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/** What has become of an early warning. */
export const ALERT_CHANGES = ['created', 'updated'] as const;
export type AlertChange = (typeof ALERT_CHANGES)[number];
