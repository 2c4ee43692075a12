package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// request is one kind of request, sent a number of times. A %d in its path
// becomes the request's number, as in the first line of its body.
type request struct {
	method string
	path   string
	body   int // bytes
	times  int
}

// warmUp is a quiet morning: some of everything, so that the first profile has
// the same lines as the second, with less on them.
var warmUp = []request{
	{"GET", "/table", 0, 10},
	{"GET", "/previews/%d", 0, 12},
	{"GET", "/agenda", 0, 10},
	{"GET", "/checksum?of=%d", 0, 10},
	{"GET", "/summary", 0, 4},
	{"GET", "/pages/%d", 0, 2},
	{"POST", "/uploads", 512 << 10, 4},
	{"POST", "/notes", 256 << 10, 4},
	{"GET", "/quote", 0, 4},
	{"POST", "/sessions", 0, 24},
	{"POST", "/jobs", 48 << 10, 32},
	{"GET", "/health", 0, 1_000},
	{"GET", "/export?rows=100", 0, 8},
}

// load is a busy day. The exports come last: a pool forgets a buffer that two
// collections in a row found unused, and the point is that traffic keeps it.
var load = []request{
	{"GET", "/table", 0, 200},
	{"GET", "/previews/%d", 0, 60},
	{"GET", "/agenda", 0, 200},
	{"GET", "/checksum?of=%d", 0, 200},
	{"GET", "/summary", 0, 100},
	{"GET", "/pages/%d", 0, 10},
	{"POST", "/uploads", 512 << 10, 20},
	{"POST", "/notes", 256 << 10, 28},
	{"GET", "/quote", 0, 36},
	{"POST", "/sessions", 0, 136},
	{"POST", "/jobs", 48 << 10, 128},
	{"GET", "/health", 0, 12_000},
	{"GET", "/export?rows=250000", 0, 1},
	{"GET", "/export?rows=100", 0, 50},
}

// drive sends the requests one after the other over one connection, so that
// the same load always means the same work in the same order.
func (p *process) drive(traffic []request) error {
	for _, kind := range traffic {
		for range kind.times {
			p.sent++
			if err := p.send(kind); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *process) send(kind request) error {
	url := p.service + strings.ReplaceAll(kind.path, "%d", fmt.Sprint(p.sent))
	message, err := http.NewRequest(kind.method, url, bytes.NewReader(document(p.sent, kind.body)))
	if err != nil {
		return err
	}
	answer, err := p.client.Do(message)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return fmt.Errorf("%s %s: %w", kind.method, url, err)
	}
	if answer.StatusCode >= 300 {
		return fmt.Errorf("%s %s: %s", kind.method, url, answer.Status)
	}
	return nil
}

// document is a text of a given length whose first line names it.
func document(number, length int) []byte {
	if length == 0 {
		return nil
	}
	text := fmt.Appendf(make([]byte, 0, length), "document %d\n", number)
	for len(text) < length {
		text = append(text, '.')
	}
	return text
}
