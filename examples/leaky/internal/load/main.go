// Load makes the profiles of the leaky service: it builds and starts the
// service, captures its heap after a warm-up and again after a fixed load, and
// stops it. Everything stays on this machine's loopback.
//
//	go run ./internal/load [-o FOLDER]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// settle is how long the service is left alone before a capture: a handler may
// still have something to put away when its client has the whole answer.
const settle = 500 * time.Millisecond

func main() {
	folder := flag.String("o", "profiles", "folder for the profiles")
	flag.Parse()
	if err := run(*folder); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	service, err := start()
	if err != nil {
		return err
	}
	defer service.stop()

	if err := service.drive(warmUp); err != nil {
		return err
	}
	time.Sleep(settle)
	if err := service.capture("heap?gc=1", filepath.Join(folder, "heap-before.pb.gz")); err != nil {
		return err
	}
	if err := service.drive(load); err != nil {
		return err
	}
	time.Sleep(settle)
	// The heap first: its collection is what makes the second profile current.
	if err := service.capture("heap?gc=1", filepath.Join(folder, "heap-after.pb.gz")); err != nil {
		return err
	}
	return service.capture("allocs", filepath.Join(folder, "allocs.pb.gz"))
}
