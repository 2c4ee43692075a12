package main

import (
	"fmt"
	"net/http"
)

// summary answers with one line per day of the year.
//
// No leak, but waste: each += copies all that was written before it into a new
// string, 365 times, so that an answer of 9 kB allocates more than 1.6 MB. All
// of it is garbage at once. fine_builder.go allocates it once.
func summary(w http.ResponseWriter, r *http.Request) {
	text := ""
	for day := range 365 {
		text += fmt.Sprintf("day %3d: %4d documents\n", day+1, day*day%1000)
	}
	fmt.Fprint(w, text)
}
