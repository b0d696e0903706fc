"""What a script calls: the customer, their steps, and verbs that say what they want."""
