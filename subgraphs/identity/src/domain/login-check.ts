/** Whether an e-mail address can become a person's login: free, already theirs, or another's. */
export type LoginCheck = "FREE" | "OWN" | "TAKEN";
