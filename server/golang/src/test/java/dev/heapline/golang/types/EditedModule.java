package dev.heapline.golang.types;

import dev.heapline.golang.types.EditedWorkspace.Unit;
import dev.heapline.golang.types.check.PackageInput;
import java.util.List;
import java.util.Map;

/**
 * Small packages that depend on each other in all the ways that the language has, with tests of two
 * of them.
 */
final class EditedModule {
  private static final String KIT =
      """
      package kit

      type Ordered interface{ ~int | ~int64 | ~float64 | ~string }

      type Node[K Ordered, V any] struct {
      	Key         K
      	Value       V
      	left, right *Node[K, V]
      }

      func (n *Node[K, V]) Find(key K) (found V, ok bool) {
      	for n != nil {
      		switch {
      		case key < n.Key:
      			n = n.left
      		case n.Key < key:
      			n = n.right
      		default:
      			return n.Value, true
      		}
      	}
      	return
      }

      type Tree[K Ordered, V any] struct {
      	*Node[K, V]
      	Size int
      }

      func (t *Tree[K, V]) Each(do func(K, V)) { each(t.Node, do) }

      func each[K Ordered, V any](n *Node[K, V], do func(K, V)) {
      	if n != nil {
      		each(n.left, do)
      		do(n.Key, n.Value)
      		each(n.right, do)
      	}
      }

      type Walker[K Ordered, V any] interface{ Each(do func(K, V)) }

      func Collect[K Ordered, V any, W Walker[K, V]](walker W) (keys []K) {
      	walker.Each(func(key K, _ V) { keys = append(keys, key) })
      	return keys
      }

      const Width = 64 / len(unit)

      var unit [Parts]struct{}

      const Parts = 8
      """;

  private static final String SHAPE =
      """
      package shape

      type Number interface{ ~int | ~int64 | ~float64 }

      type Point[N Number] struct{ X, Y N }

      func (p Point[N]) Add(q Point[N]) Point[N] { return Point[N]{p.X + q.X, p.Y + q.Y} }

      func (p *Point[N]) Scale(by N) { p.X *= by; p.Y *= by }

      type Shape interface {
      	Area() float64
      	Named
      }

      type Named interface{ Name() string }

      type Base struct{ name string }

      func (b Base) Name() string { return b.name }

      const (
      	Red Color = iota
      	Green
      	Blue
      )

      type Color uint8

      var Origin = Point[int]{}

      var Default Shape = newDefault()
      """;

  private static final String MORE_SHAPES =
      """
      package shape

      import (
      	"example.com/kit"
      	"strings"
      )

      type Index[V any] struct {
      	kit.Tree[string, V]
      	Last V
      }

      func (x Index[V]) Known(name string) bool { _, ok := x.Find(name); return ok }

      var depths = [kit.Width]int{1: Depth}

      var order, started = start(), after > 0

      func start() int { return len(depths) + after }

      var after = count()

      func count() int { return Depth }

      type Alias = Square

      type Square struct {
      	Base
      	side float64
      }

      func (s Alias) Area() float64 { return s.side * s.side }

      type List[T any] struct {
      	items []T
      	next  *List[T]
      }

      func (l *List[T]) All(yield func(int, T) bool) {
      	for i, item := range l.items {
      		if !yield(i, item) {
      			return
      		}
      	}
      }

      type Pairs[K comparable, V any] = map[K]List[V]

      func newDefault() *Square { return &Square{Base{strings.ToUpper("square")}, side} }

      const side = 1 << Depth

      const Depth = 4

      func Map[T, U any](of *List[T], by func(T) U) *List[U] {
      	mapped := new(List[U])
      	for _, item := range of.All {
      		mapped.items = append(mapped.items, by(item))
      	}
      	return mapped
      }

      func Sum[N Number](of ...N) (sum N) {
      	for _, each := range of {
      		sum += each
      	}
      	return
      }
      """;

  private static final String DRAWING =
      """
      package drawing

      import (
      	"example.com/kit"
      	"example.com/shape"
      	"strings"
      )

      type Canvas struct {
      	shape.Base
      	shapes shape.List[shape.Shape]
      	by     map[shape.Color][shape.Depth]shape.Point[int]
      	pairs  shape.Pairs[string, *Canvas]
      	index  shape.Index[Layer]
      }

      type Layer struct {
      	*Canvas
      	shape.Index[int]
      }

      func (l Layer) Keys() []string { return kit.Collect(&l.Tree) }

      func (l *Layer) Depth() int { return l.index.Last.Size + l.Last + len(l.Canvas.Name()) }

      func (c *Canvas) Draw(what shape.Shape) int {
      	total := 0
      	for i, each := range c.shapes.All {
      		total += i + len(each.Name()) + int(each.Area())
      	}
      	for _, point := range c.by[shape.Blue] {
      		total += point.Add(shape.Origin).X
      	}
      	defer func() { total++ }()
      	switch named := what.(type) {
      	case *shape.Square:
      		total += int(named.Area())
      	case shape.Named:
      		total += strings.Count(named.Name(), c.Name())
      	}
      	return total
      }

      var names = shape.Map(&shape.List[shape.Shape]{}, func(s shape.Shape) string { return s.Name() })

      var first, second = split(shape.Default)

      func split(s shape.Shape) (string, float64) { return s.Name(), s.Area() }

      type local = shape.Alias

      func use() (string, local) {
      	type pair[T any] struct{ left, right T }
      	made := pair[local]{}
      	made.left.Base = shape.Base{}
      	return first + made.right.Name(), made.left
      }
      """;

  private static final String MAIN =
      """
      package main

      import (
      	. "example.com/drawing"
      	s "example.com/shape"
      	"fmt"
      	"sort"
      )

      type byName []s.Shape

      func (b byName) Len() int           { return len(b) }
      func (b byName) Less(i, j int) bool { return b[i].Name() < b[j].Name() }
      func (b byName) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

      var canvas Canvas

      func main() {
      	shapes := byName{s.Default}
      	sort.Sort(shapes)
      	for _, each := range shapes {
      		fmt.Println(canvas.Draw(each), each)
      	}
      	fmt.Println(s.Sum(1, 2.5), s.Sum[int64](), canvas.Name(), s.Red|s.Blue)
      }
      """;

  private static final String SHAPE_TEST =
      """
      package shape

      import "testing"

      type fake struct{ Base }

      func (f fake) Area() float64 { return float64(len(f.name)) }

      func TestSquare(t *testing.T) {
      	var shapes = []Shape{fake{}, newDefault()}
      	if Sum(shapes[0].Area(), side) < Depth {
      		t.Fatal(shapes)
      	}
      }

      func Exported() Shape { return fake{Base{"fake"}} }
      """;

  private static final String SHAPE_EXTERNAL_TEST =
      """
      package shape_test

      import (
      	"example.com/drawing"
      	"example.com/shape"
      	"testing"
      )

      func TestDrawing(t *testing.T) {
      	var canvas drawing.Canvas
      	if canvas.Draw(shape.Exported()) > 0 {
      		t.Fatal(canvas, drawing.Layer{}.Keys())
      	}
      }
      """;

  /** As much of Go's own packages as is used here: quicker to check from the start. */
  private static final Map<String, String> DISTRIBUTION =
      Map.of(
          "fmt/print.go",
          "package fmt\n\nfunc Println(a ...any) (n int, err error) { return len(a), nil }\n",
          "sort/sort.go",
          """
          package sort

          type Interface interface {
          	Len() int
          	Less(i, j int) bool
          	Swap(i, j int)
          }

          func Sort(data Interface) { _ = data.Len() }
          """,
          "strings/strings.go",
          """
          package strings

          func Count(s, substr string) int { return len(s) / len(substr) }

          func ToUpper(s string) string { return s }
          """,
          "testing/testing.go",
          "package testing\n\ntype T struct{}\n\nfunc (*T) Fatal(args ...any) { panic(args) }\n");

  /** The files under edit. */
  static final Map<String, String> FILES =
      Map.of(
          "kit/kit.go", KIT,
          "shape/shape.go", SHAPE,
          "shape/more.go", MORE_SHAPES,
          "shape/shape_test.go", SHAPE_TEST,
          "shape/external_test.go", SHAPE_EXTERNAL_TEST,
          "drawing/drawing.go", DRAWING,
          "main/main.go", MAIN);

  private static final String VARIANT = " [example.com/shape.test]";

  private EditedModule() {}

  /** {@return the module as the first snapshot of a workspace, the imported packages first} */
  static EditedWorkspace open() {
    var workspace = new EditedWorkspace(GoPackages.NONE);
    DISTRIBUTION.forEach(workspace::write);
    FILES.forEach(workspace::write);
    units().forEach(workspace::put);
    workspace.advance();
    return workspace;
  }

  /** {@return the plain packages, which import fmt, sort and strings, the imported ones first} */
  static List<PackageInput> packages() {
    var workspace = open();
    return workspace.paths().stream()
        .filter(path -> path.startsWith("example.com/") && !path.contains(" "))
        .map(workspace::input)
        .toList();
  }

  private static List<Unit> units() {
    return List.of(
        Unit.of("fmt", "fmt/print.go"),
        Unit.of("sort", "sort/sort.go"),
        Unit.of("strings", "strings/strings.go"),
        Unit.of("testing", "testing/testing.go"),
        Unit.of("example.com/kit", "kit/kit.go", "kit/new.go"),
        Unit.of("example.com/shape", "shape/shape.go", "shape/more.go", "shape/new.go"),
        Unit.of("example.com/drawing", "drawing/drawing.go", "drawing/new.go"),
        Unit.of("example.com/main", "main/main.go", "main/new.go"),
        Unit.of(
            "example.com/shape" + VARIANT,
            "shape/shape.go",
            "shape/more.go",
            "shape/new.go",
            "shape/shape_test.go"),
        Unit.of("example.com/drawing" + VARIANT, "drawing/drawing.go", "drawing/new.go")
            .importing("example.com/shape", "example.com/shape" + VARIANT),
        Unit.of("example.com/shape_test" + VARIANT, "shape/external_test.go")
            .importing("example.com/shape", "example.com/shape" + VARIANT)
            .importing("example.com/drawing", "example.com/drawing" + VARIANT));
  }
}
