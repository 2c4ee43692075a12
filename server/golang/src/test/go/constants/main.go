// Constants evaluates constant expressions with go/constant (or, with the
// argument "runes", prints Go's classes of runes): each line of standard input is an expression in reverse Polish notation, tokens separated
// by blanks, and each line of output the exact string of its value, or "panic".
//
// A token is a literal after its kind ("INT:0x10"; a string or rune as the hexadecimal
// digits of its source, "STRING:2261 22"), an operator with its number of
// operands ("2+", "1-"), an integer division ("2div"), a shift by a fixed
// number of bits ("<<70"), a conversion ("int", "float", "complex"), or a
// comparison ("2=="), which leaves a boolean.
package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"go/constant"
	"go/token"
	"os"
	"strconv"
	"strings"
)

var kinds = map[string]token.Token{
	"INT": token.INT, "FLOAT": token.FLOAT, "IMAG": token.IMAG, "CHAR": token.CHAR, "STRING": token.STRING,
}

var operators = map[string]token.Token{
	"+": token.ADD, "-": token.SUB, "*": token.MUL, "/": token.QUO, "%": token.REM,
	"&": token.AND, "|": token.OR, "^": token.XOR, "&^": token.AND_NOT,
	"&&": token.LAND, "||": token.LOR, "!": token.NOT, "div": token.QUO_ASSIGN,
}

var comparisons = map[string]token.Token{
	"==": token.EQL, "!=": token.NEQ, "<": token.LSS, "<=": token.LEQ, ">": token.GTR, ">=": token.GEQ,
}

func evaluate(line string) (text string) {
	defer func() {
		if recover() != nil {
			text = "panic"
		}
	}()
	var stack []constant.Value
	pop := func() constant.Value {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		return v
	}
	push := func(v constant.Value) { stack = append(stack, v) }
	for _, word := range strings.Fields(line) {
		if kind, literal, ok := strings.Cut(word, ":"); ok {
			if kind == "CHAR" || kind == "STRING" {
				raw, err := hex.DecodeString(literal)
				if err != nil {
					panic(err)
				}
				literal = string(raw)
			}
			push(constant.MakeFromLiteral(literal, kinds[kind], 0))
			continue
		}
		switch {
		case word == "int":
			push(constant.ToInt(pop()))
		case word == "float":
			push(constant.ToFloat(pop()))
		case word == "complex":
			push(constant.ToComplex(pop()))
		case strings.HasPrefix(word, "<<") || strings.HasPrefix(word, ">>"):
			n, err := strconv.Atoi(word[2:])
			if err != nil {
				panic(err)
			}
			op := token.SHL
			if word[0] == '>' {
				op = token.SHR
			}
			push(constant.Shift(pop(), op, uint(n)))
		case word[0] == '1':
			push(constant.UnaryOp(operators[word[1:]], pop(), 0))
		default:
			y, x := pop(), pop()
			if op, ok := comparisons[word[1:]]; ok {
				push(constant.MakeBool(constant.Compare(x, op, y)))
			} else {
				push(constant.BinaryOp(x, operators[word[1:]], y))
			}
		}
	}
	return pop().ExactString()
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "runes" {
		printRunes()
		return
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		fmt.Fprintln(out, evaluate(in.Text()))
	}
}
