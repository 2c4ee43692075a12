package main

import (
	"encoding/binary"
	"fmt"
	"net/http"
)

var printers = []string{"north", "south", "west"}

// quote asks all printers for a price and takes the first that answers.
//
// The leak: the channel has no buffer and the handler leaves after one receive,
// so the other goroutines block in their send for ever, each with its offer in
// hand. make(chan []byte, len(printers)) would let them finish.
func quote(w http.ResponseWriter, r *http.Request) {
	offers := make(chan []byte)
	for _, printer := range printers {
		go func() {
			offer := make([]byte, 256<<10)
			askPrinter(printer, offer)
			offers <- offer
		}()
	}
	first := <-offers
	fmt.Fprintln(w, "price:", binary.BigEndian.Uint32(first))
}

// askPrinter stands for a slow remote call that fills in the offer.
func askPrinter(printer string, offer []byte) {
	binary.BigEndian.PutUint32(offer, uint32(100+len(printer)))
}
