package main

import (
	"io"
	"net/http"
	"strings"
	"sync"
)

const maxNote = 1 << 20

var (
	titlesMu sync.Mutex
	titles   = map[string]int{}
)

// acceptNote counts the notes by title, which is their first line.
//
// The leak: a substring shares the memory of the string it was cut from, so
// each title in the map holds the text of a whole note. strings.Clone(title)
// would hold the title only.
func acceptNote(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxNote))
	if err != nil {
		http.Error(w, "a note has at most 1 MB", http.StatusBadRequest)
		return
	}
	text := string(body)
	title, _, _ := strings.Cut(text, "\n")

	titlesMu.Lock()
	defer titlesMu.Unlock()
	titles[title]++
	w.WriteHeader(http.StatusCreated)
}
