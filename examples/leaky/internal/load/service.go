package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// process is a running leaky service.
type process struct {
	command  *exec.Cmd
	folder   string
	service  string // URL without a slash at its end
	profiles string // URL with a slash at its end
	client   *http.Client
	sent     int // requests so far, and the number of the last
}

// start builds the service as one would ship it, without this machine's paths in it,
// and runs it on two free ports.
func start() (*process, error) {
	folder, err := os.MkdirTemp("", "leaky")
	if err != nil {
		return nil, err
	}
	p := &process{folder: folder, client: &http.Client{Timeout: time.Minute}}
	binary := filepath.Join(folder, "leaky")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", binary, "example.com/leaky")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // one binary, no library of this machine in it
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		p.stop()
		return nil, fmt.Errorf("go build: %w", err)
	}
	p.command = exec.Command(binary, "-port=0", "-pprof-port=0")
	p.command.Stderr = os.Stderr
	// One processor: which of a pool's buffers a request gets, and so what the
	// pool holds at the end, is then the same in each run.
	p.command.Env = append(os.Environ(), "GOMAXPROCS=1", "GOGC=100", "GOMEMLIMIT=off", "GODEBUG=")
	output, err := p.command.StdoutPipe()
	if err == nil {
		err = p.command.Start()
	}
	if err != nil {
		p.command = nil
		p.stop()
		return nil, err
	}
	if err := p.readAddresses(output); err != nil {
		p.stop()
		return nil, err
	}
	return p, nil
}

// readAddresses reads the two lines that the service prints when it listens.
func (p *process) readAddresses(output io.Reader) error {
	lines := bufio.NewScanner(output)
	for p.service == "" || p.profiles == "" {
		if !lines.Scan() {
			return fmt.Errorf("the service ended before it listened: %w", io.ErrUnexpectedEOF)
		}
		switch name, url, _ := strings.Cut(lines.Text(), " "); name {
		case "service":
			p.service = url
		case "profiles":
			p.profiles = url
		}
	}
	return nil
}

// capture writes one profile of the service to a file.
func (p *process) capture(profile, path string) error {
	answer, err := p.client.Get(p.profiles + profile)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", profile, answer.Status)
	}
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		return fmt.Errorf("%s: %w", profile, err)
	}
	return os.WriteFile(path, content, 0o644)
}

func (p *process) stop() {
	if p.command != nil {
		p.command.Process.Kill()
		p.command.Wait()
	}
	os.RemoveAll(p.folder)
}
