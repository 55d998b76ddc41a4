/** Days: a token that nobody renews is one that nobody looks after. */
export const mostDays = 366;
