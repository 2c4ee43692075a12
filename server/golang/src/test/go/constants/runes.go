package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"unicode"
)

// printRunes prints, for every rune, whether it is a letter, a digit and printable.
func printRunes() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		fmt.Fprintln(out, r, unicode.IsLetter(r) || r == '_', unicode.IsDigit(r), strconv.IsPrint(r))
	}
}
