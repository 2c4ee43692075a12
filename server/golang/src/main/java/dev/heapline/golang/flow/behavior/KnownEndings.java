package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.types.FunctionSymbol;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How functions end that do so in ways that their bodies do not show: assembly, the runtime's own
 * means, what the compiler replaces, and loggers that end the program through a value that can be
 * exchanged, which nobody does.
 */
final class KnownEndings {
  private static final Set<String> STOP =
      Set.of(
          "os.Exit",
          "syscall.Exit",
          "syscall.ExitProcess",
          "syscall.ExitThread",
          "runtime.throw",
          "runtime.fatal",
          "runtime.fatalthrow",
          "runtime.fatalpanic",
          "runtime.exit");

  private static final Ending GOEXIT = new Ending(false, false, true, Recovery.NEVER);

  /** The compiler puts something else in place of a body that panics. */
  private static final Set<String> RETURN =
      Set.of("internal/abi.EscapeNonString", "hash/maphash.Comparable");

  private static final Map<String, Set<String>> LOGGERS =
      Map.of(
          "go.uber.org/zap.Logger", Set.of("Fatal", "Panic"),
          "go.uber.org/zap.SugaredLogger",
              Set.of(
                  "Fatal", "Fatalf", "Fatalln", "Fatalw", "Panic", "Panicf", "Panicln", "Panicw"),
          "github.com/sirupsen/logrus.Logger", Set.of("Exit", "Panic", "Panicf", "Panicln"),
          "github.com/sirupsen/logrus.Entry", Set.of("Panicf", "Panicln"),
          "k8s.io/klog",
              Set.of(
                  "Exit",
                  "ExitDepth",
                  "Exitf",
                  "Exitln",
                  "Fatal",
                  "FatalDepth",
                  "Fatalf",
                  "Fatalln"),
          "k8s.io/klog/v2",
              Set.of(
                  "Exit",
                  "ExitDepth",
                  "Exitf",
                  "Exitln",
                  "Fatal",
                  "FatalDepth",
                  "Fatalf",
                  "Fatalln"));

  private KnownEndings() {}

  /** {@return how a function ends; empty where its body tells} */
  static Optional<Ending> of(FunctionSymbol function) {
    String holder =
        function.receiver().map(Object::toString).orElseGet(() -> function.home().path());
    String name = holder + "." + function.name();
    if (STOP.contains(name)) {
      return Optional.of(Ending.NEVER);
    }
    if (name.equals("runtime.Goexit")) {
      return Optional.of(GOEXIT);
    }
    if (RETURN.contains(name)) {
      return Optional.of(Ending.RETURNS);
    }
    if (LOGGERS.getOrDefault(holder, Set.of()).contains(function.name())) {
      return Optional.of(function.name().startsWith("Panic") ? Ending.PANICS : Ending.NEVER);
    }
    return Optional.empty();
  }
}
