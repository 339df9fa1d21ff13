/** Closed lists of the quality subject. */

/** What went beside the rule. */
export const DEVIATIONS = ['oos', 'deviation', 'yield', 'excursion', 'complaint'] as const;
/** How grave it is. */
export const SEVERITIES = ['minor', 'major', 'critical'] as const;
/** What an investigation came to. */
export const CONCLUSIONS = ['noImpact', 'reworkNeeded', 'reject', 'accept'] as const;
/** One of {@link CONCLUSIONS}. */
export type Conclusion = (typeof CONCLUSIONS)[number];
/** Conclusions that a batch may be released on. */
export const FAVOURABLE: readonly Conclusion[] = ['noImpact', 'accept'];
