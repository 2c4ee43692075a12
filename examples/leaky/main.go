// Leaky is a small document service that loses memory in the ways Go services
// usually do: one file per leak (leak_*.go), one that only makes garbage
// (churn_*.go), and some that allocate and are in good order (fine_*.go).
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
)

// background is the context of all that outlives a request. It ends with the
// process, when that is interrupted.
var background, stopBackground = signal.NotifyContext(context.Background(), os.Interrupt)

func main() {
	port := flag.Int("port", 8080, "port of the service on 127.0.0.1; 0 takes a free one")
	pprofPort := flag.Int("pprof-port", 6060, "port of the profiles on 127.0.0.1; 0 takes a free one")
	flag.Parse()
	defer stopBackground()

	service := listen(*port)
	profiles := listen(*pprofPort)
	// internal/load reads these two lines to learn the ports.
	fmt.Printf("service http://%s\n", service.Addr())
	fmt.Printf("profiles http://%s/debug/pprof/\n", profiles.Addr())

	go serve(service, logged(routes()))
	go serve(profiles, profileRoutes())
	<-background.Done()
}

// listen opens a port that only this machine can reach.
func listen(port int) net.Listener {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		log.Fatal(err)
	}
	return listener
}

func serve(listener net.Listener, handler http.Handler) {
	log.Fatal(http.Serve(listener, handler))
}
