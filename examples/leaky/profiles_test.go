package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Profiles are about lines: an edit of the sources without a new capture makes
// them tell lies. Each expectation names a line by its text, and what the
// profiles must charge to it, in MB, itself and below.
var expectations = []struct {
	file, text string
	leaks      bool
	min, max   float64 // in use after the load; the middle is what the load makes, the width is sampling
}{
	{"leak_unbounded_cache.go", "make([]byte, 4<<20)", true, 47.9, 48.1},
	{"leak_blocked_goroutine.go", "make([]byte, 256<<10)", true, 10, 30},
	{"leak_pooled_buffer.go", "fmt.Fprintf(buffer", true, 15.9, 16.1},
	{"leak_subslice.go", "io.ReadAll", true, 5, 19},
	{"leak_substring.go", "string(body)", true, 3, 13},
	{"leak_timer.go", "make([]byte, 64<<10)", true, 4, 16},
	{"leak_context.go", "make([]byte, 48<<10)", true, 2, 13},
	{"leak_event_log.go", "r.Header.Clone()", true, 1, 9},
	{"leak_event_log.go", "append(events, e)", true, 1.4, 1.5},
	{"fine_startup_table.go", "make([]byte, 2<<20)", false, 2, 2.1},
	{"fine_bounded_cache.go", "make([]byte, 512<<10)", false, 1, 7},
	{"churn_string_concat.go", "text +=", false, 0, 0},
}

func TestProfilesMatchTheSources(t *testing.T) {
	before := megabytesByLine(t, "heap-before.pb.gz", "inuse_space")
	after := megabytesByLine(t, "heap-after.pb.gz", "inuse_space")
	for _, want := range expectations {
		line := lineOf(t, want.file, want.text)
		if got := after[line]; got < want.min || got > want.max {
			t.Errorf("%s: %.2f MB in use after the load, expected %.1f to %.1f", line, got, want.min, want.max)
		}
		if grown := after[line] - before[line]; want.leaks && grown < 0.5 {
			t.Errorf("%s: grew by %.2f MB only", line, grown)
		}
	}
}

func TestConcatenationIsAllocatedAndNotInUse(t *testing.T) {
	line := lineOf(t, "churn_string_concat.go", "text +=")
	if got := megabytesByLine(t, "allocs.pb.gz", "alloc_space")[line]; got < 120 || got > 220 {
		t.Errorf("%s: %.2f MB allocated, expected about 170", line, got)
	}
}

// lineOf finds the one line of a file that holds a text, as "file:line".
func lineOf(t *testing.T, file, text string) string {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	found := ""
	for i, line := range strings.Split(string(source), "\n") {
		if comment := strings.HasPrefix(line, "//"); !comment && strings.Contains(line, text) {
			if found != "" {
				t.Fatalf("%s: two lines hold %q", file, text)
			}
			found = file + ":" + strconv.Itoa(i+1)
		}
	}
	if found == "" {
		t.Fatalf("%s: no line holds %q", file, text)
	}
	return found
}

// topLine is a row of pprof's top: the cumulated kB, and the line of our sources.
var topLine = regexp.MustCompile(`^ *\S+ +\S+ +\S+ +([0-9.]+)(?:kB)? .* example\.com/leaky/(\w+\.go:\d+)`)

func megabytesByLine(t *testing.T, profile, sampleIndex string) map[string]float64 {
	t.Helper()
	pprof := exec.Command("go", "tool", "pprof", "-top", "-cum", "-lines", "-unit=kB",
		"-nodecount=1000000", "-nodefraction=0", "-sample_index="+sampleIndex, "profiles/"+profile)
	output, err := pprof.Output()
	if err != nil {
		t.Fatalf("%s: %v", pprof, err)
	}
	megabytes := map[string]float64{}
	for row := range strings.Lines(string(output)) {
		if match := topLine.FindStringSubmatch(row); match != nil {
			kilobytes, err := strconv.ParseFloat(match[1], 64)
			if err != nil {
				t.Fatalf("%s: %v", row, err)
			}
			megabytes[match[2]] += kilobytes / 1024
		}
	}
	if len(megabytes) == 0 {
		t.Fatalf("%s names no line of ours:\n%s", profile, output)
	}
	return megabytes
}
