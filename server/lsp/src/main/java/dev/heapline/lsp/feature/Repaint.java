package dev.heapline.lsp.feature;

/** Brings what the editor shows up to date after something other than an edit has changed it. */
public final class Repaint {
  private final Desk desk;
  private final DiagnosticsFeature diagnostics;

  /** Makes it. */
  public Repaint(Desk desk, DiagnosticsFeature diagnostics) {
    this.desk = desk;
    this.diagnostics = diagnostics;
  }

  /** Publishes diagnostics, and asks the editor to ask for hints and tokens again. */
  public void all() {
    diagnostics.refreshAll();
    desk.editor().refreshHints();
    desk.editor().refreshTokens();
  }
}
