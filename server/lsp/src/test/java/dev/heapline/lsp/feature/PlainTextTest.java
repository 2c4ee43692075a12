package dev.heapline.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTextTest {
  @Test
  void marksGoAndTheTextStays() {
    String markdown =
        """
        ### `make([]byte, 4<<20)`

        | | in use | allocated |
        |---|--:|--:|
        | **measured** | 12.4 MB | 1.2 GB |

        Escapes: *stored* in [store.go:12](file:///a/store.go#L12), a\\_b \\| c.""";
    assertThat(PlainText.of(markdown))
        .isEqualTo(
            """
            make([]byte, 4<<20)

            in use  allocated
            measured  12.4 MB  1.2 GB

            Escapes: *stored* in store.go:12, a_b | c.""");
  }
}
