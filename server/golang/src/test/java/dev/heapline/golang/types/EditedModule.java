package dev.heapline.golang.types;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.PackageInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Three small packages that depend on each other in all the ways that the language has. */
final class EditedModule {
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

      import "strings"

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
      	"example.com/shape"
      	"strings"
      )

      type Canvas struct {
      	shape.Base
      	shapes shape.List[shape.Shape]
      	by     map[shape.Color][shape.Depth]shape.Point[int]
      	pairs  shape.Pairs[string, *Canvas]
      }

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

  private EditedModule() {}

  /** {@return the packages, the imported ones first} */
  static List<PackageInput> packages() {
    return List.of(
        of("example.com/shape", SHAPE, MORE_SHAPES),
        of("example.com/drawing", DRAWING),
        of("example.com/main", MAIN));
  }

  private static PackageInput of(String path, String... texts) {
    var files =
        java.util.Arrays.stream(texts)
            .map(text -> new SourceFile(path, 0, text.getBytes(StandardCharsets.UTF_8)))
            .map(source -> new PackageInput.File(GoParser.parse(source), 27))
            .toList();
    return new PackageInput(path, files, EditedModule::resolve);
  }

  private static Optional<String> resolve(String path) {
    return List.of("example.com/shape", "example.com/drawing", "fmt", "sort", "strings")
            .contains(path)
        ? Optional.of(path)
        : Optional.empty();
  }
}
