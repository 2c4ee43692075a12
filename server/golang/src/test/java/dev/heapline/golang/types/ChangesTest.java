package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Single changes, each of which once left something behind that a fresh start does not find. */
final class ChangesTest {
  /** Checks files, then others in their place. */
  private static void change(Map<String, String> before, Map<String, String> after) {
    var workspace = new EditedWorkspace(GoPackages.NONE);
    before.forEach(workspace::write);
    for (var file : before.keySet()) {
      String folder = file.substring(0, file.indexOf('/'));
      var files = before.keySet().stream().filter(each -> each.startsWith(folder + "/")).sorted();
      workspace.put(EditedWorkspace.Unit.of(folder, files.toArray(String[]::new)));
    }
    workspace.advance();
    workspace.check();
    after.forEach(workspace::write);
    workspace.advance();
    assertThat(workspace.difference()).isEmpty();
  }

  private static void change(String before, String after) {
    change(Map.of("p/p.go", "package p\n\n" + before), Map.of("p/p.go", "package p\n\n" + after));
  }

  @Test
  void anAliasWithMethodsGoesToAnotherType() {
    String rest =
        """
        type A struct{}

        type B struct{}

        func (Alias) M() {}

        var a, b interface{ M() } = A{}, B{}
        """;
    change("type Alias = A\n\n" + rest, "type Alias = B\n\n" + rest);
    change("type Alias = A\n\n" + rest, "type Alias = C\n\n" + rest);
  }
}
