package main

import (
	"net/http"
	"sync"
)

var (
	pagesMu sync.Mutex
	pages   = map[string][]byte{}
)

// servePage renders a page once and answers from the cache afterwards.
//
// The leak: nothing ever leaves the cache. Every name that was asked for, a
// mistyped one too, keeps 4 MB until the process ends.
func servePage(w http.ResponseWriter, r *http.Request) {
	w.Write(page(r.PathValue("name")))
}

func page(name string) []byte {
	pagesMu.Lock()
	defer pagesMu.Unlock()
	if _, ok := pages[name]; !ok {
		pages[name] = make([]byte, 4<<20)
		draw(pages[name], name)
	}
	return pages[name]
}

// draw stands for a renderer: it fills the canvas with the page's name.
func draw(canvas []byte, name string) {
	for drawn := 0; drawn < len(canvas) && name != ""; {
		drawn += copy(canvas[drawn:], name)
	}
}
