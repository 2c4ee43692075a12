package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

const sessionLifetime = 24 * time.Hour

// session is a visitor's scratch space.
type session struct {
	id      int
	scratch []byte
}

var sessions struct {
	sync.Mutex
	opened int
}

// openSession gives the visitor a session and forgets it after a day.
//
// The leak: a timer holds its function, and the function the session, until it
// fires. What a visitor needed for a minute stays for 24 hours. A function that
// holds the id alone, and a Stop when the visitor leaves, would free it.
func openSession(w http.ResponseWriter, r *http.Request) {
	sessions.Lock()
	defer sessions.Unlock()
	sessions.opened++
	visitor := &session{id: sessions.opened, scratch: make([]byte, 64<<10)}
	time.AfterFunc(sessionLifetime, func() { closeSession(visitor) })
	fmt.Fprintln(w, "session", visitor.id)
}

func closeSession(visitor *session) {
	clear(visitor.scratch)
}
