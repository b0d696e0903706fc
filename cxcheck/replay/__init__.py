"""A visit as a story that plays: one HTML file, for people who were not there. Pure: pictures come by a function."""
