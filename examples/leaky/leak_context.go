package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

// inputKey is the key of a job's input in its context.
type inputKey struct{}

// job is work in the background that can be stopped.
type job struct {
	stop context.CancelFunc
	sum  chan int
}

// startJob runs a job on the request's body, which travels in the context.
//
// The leak: a context that can be cancelled is known to its parent until it is
// cancelled. The job ends, nobody calls stop, and the parent, which ends with
// the process, keeps the context and the 48 kB of input in it.
func startJob(w http.ResponseWriter, r *http.Request) {
	input := make([]byte, 48<<10)
	n, _ := io.ReadFull(r.Body, input)
	started := newJob(input[:n])
	fmt.Fprintln(w, "sum:", <-started.sum)
}

func newJob(input []byte) *job {
	j := &job{sum: make(chan int, 1)}
	ctx := context.WithValue(background, inputKey{}, input)
	ctx, j.stop = context.WithCancel(ctx)
	go j.run(ctx)
	return j
}

func (j *job) run(ctx context.Context) {
	sum := 0
	for _, b := range ctx.Value(inputKey{}).([]byte) {
		if ctx.Err() != nil {
			return
		}
		sum += int(b)
	}
	j.sum <- sum
}
