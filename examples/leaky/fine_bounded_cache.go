package main

import (
	"net/http"
	"sync"
)

const maxPreviews = 8

// previews is a cache with an end: a full one makes room before it takes
// another picture, so it never holds more than 8 of 512 kB.
var previews = struct {
	sync.Mutex
	byName map[string][]byte
}{byName: make(map[string][]byte, maxPreviews)}

func servePreview(w http.ResponseWriter, r *http.Request) {
	w.Write(preview(r.PathValue("name")))
}

func preview(name string) []byte {
	previews.Lock()
	defer previews.Unlock()
	if picture, ok := previews.byName[name]; ok {
		return picture
	}
	if len(previews.byName) == maxPreviews {
		for some := range previews.byName { // any one: a map has no order
			delete(previews.byName, some)
			break
		}
	}
	picture := make([]byte, 512<<10)
	draw(picture, name)
	previews.byName[name] = picture
	return picture
}
