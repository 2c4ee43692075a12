package main

import (
	"net/http"
	"net/http/pprof"
)

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /pages/{name}", servePage)
	mux.HandleFunc("POST /uploads", acceptUpload)
	mux.HandleFunc("POST /notes", acceptNote)
	mux.HandleFunc("GET /export", export)
	mux.HandleFunc("GET /quote", quote)
	mux.HandleFunc("POST /sessions", openSession)
	mux.HandleFunc("POST /jobs", startJob)
	mux.HandleFunc("GET /table", serveTable)
	mux.HandleFunc("GET /previews/{name}", servePreview)
	mux.HandleFunc("GET /summary", summary)
	mux.HandleFunc("GET /agenda", agenda)
	mux.HandleFunc("GET /checksum", checksum)
	mux.HandleFunc("GET /health", func(http.ResponseWriter, *http.Request) {})
	return mux
}

// profileRoutes has a mux of its own, so that no profile is ever reachable
// through the service's port.
func profileRoutes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return mux
}
