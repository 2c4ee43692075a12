package dev.heapline.lsp;

import com.google.gson.JsonObject;
import dev.heapline.lsp.editor.Editor;
import dev.heapline.lsp.editor.EditorAbilities;
import dev.heapline.lsp.editor.Json;
import dev.heapline.lsp.editor.ProgressReports;
import dev.heapline.lsp.feature.Announcement;
import dev.heapline.lsp.feature.CodeActionFeature;
import dev.heapline.lsp.feature.Commands;
import dev.heapline.lsp.feature.Desk;
import dev.heapline.lsp.feature.DiagnosticsFeature;
import dev.heapline.lsp.feature.DiskFeature;
import dev.heapline.lsp.feature.DocumentSync;
import dev.heapline.lsp.feature.HeapSnapshots;
import dev.heapline.lsp.feature.HoverFeature;
import dev.heapline.lsp.feature.InlayHintFeature;
import dev.heapline.lsp.feature.JumpFeature;
import dev.heapline.lsp.feature.Repaint;
import dev.heapline.lsp.feature.SemanticTokensFeature;
import dev.heapline.lsp.feature.SettingsFeature;
import dev.heapline.lsp.feature.WorkspaceFeature;
import dev.heapline.lsp.rpc.Connection;
import dev.heapline.lsp.rpc.Lifecycle;
import dev.heapline.lsp.rpc.Routes;
import dev.heapline.lsp.work.Work;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;

/** The language server: one client, from its first message to its last. */
public final class HeaplineServer {
  private final Connection connection;
  private final Lifecycle lifecycle = new Lifecycle();
  private final Work work = new Work();
  private final Editor editor;
  private final ProgressReports progress;
  private final DocumentSync documents;
  private final InlayHintFeature hints;
  private final SemanticTokensFeature tokens;
  private final HoverFeature hovers;
  private final CodeActionFeature actions;
  private final Commands commands;
  private final WorkspaceFeature workspace;
  private final SettingsFeature settings;
  private final DiskFeature disk;

  private HeaplineServer(InputStream in, OutputStream out) {
    Consumer<String> log = System.err::println;
    var routes = new Routes(lifecycle, log);
    this.connection = new Connection(in, out, routes, log);
    this.editor = new Editor(connection);
    this.progress = new ProgressReports(editor, work.background());

    var desk = new Desk(editor, work);
    var diagnostics = new DiagnosticsFeature(desk);
    var repaint = new Repaint(desk, diagnostics);
    var snapshots = new HeapSnapshots(desk, progress, repaint);
    var jumps = new JumpFeature(desk);
    this.tokens = new SemanticTokensFeature(desk);
    this.documents = new DocumentSync(desk, diagnostics, tokens);
    this.hints = new InlayHintFeature(desk);
    this.hovers = new HoverFeature(desk);
    this.actions = new CodeActionFeature(desk, jumps);
    this.commands = new Commands(snapshots, jumps);
    this.workspace = new WorkspaceFeature(desk, repaint);
    this.settings = new SettingsFeature(desk, snapshots, repaint);
    this.disk = new DiskFeature(desk, snapshots, workspace, diagnostics);
    speak(routes);
  }

  /**
   * Serves one client.
   *
   * @param in what the client writes
   * @param out what the client reads; nothing else may write there
   * @return the exit code that the protocol asks for: 0 when the client shut the server down before
   *     it left, else 1
   */
  public static int run(InputStream in, OutputStream out) {
    var server = new HeaplineServer(in, out);
    try {
      server.connection.serve();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      server.work.close();
    }
    return server.lifecycle.exitCode();
  }

  /** All that is spoken. */
  private void speak(Routes routes) {
    Editor.speak(routes);
    routes
        .request("initialize", JsonObject.class, this::initialize)
        .notification("initialized", this::initialized)
        .request("shutdown", () -> CompletableFuture.completedFuture(null))
        .notification("exit", connection::end)
        .notification("textDocument/didOpen", DidOpenTextDocumentParams.class, this::opened)
        .notification(
            "textDocument/didChange", DidChangeTextDocumentParams.class, documents::changed)
        .notification("textDocument/didSave", DidSaveTextDocumentParams.class, documents::saved)
        .notification("textDocument/didClose", DidCloseTextDocumentParams.class, documents::closed)
        .request("textDocument/inlayHint", InlayHintParams.class, hints::hints)
        .request("inlayHint/resolve", InlayHint.class, hints::resolve)
        .request("textDocument/semanticTokens/full", SemanticTokensParams.class, tokens::full)
        .request(
            "textDocument/semanticTokens/full/delta",
            SemanticTokensDeltaParams.class,
            tokens::delta)
        .request("textDocument/hover", HoverParams.class, hovers::hover)
        .request("textDocument/codeAction", CodeActionParams.class, actions::actions)
        .request("codeAction/resolve", CodeAction.class, actions::resolve)
        .request("workspace/executeCommand", ExecuteCommandParams.class, commands::execute)
        .notification(
            "workspace/didChangeConfiguration",
            DidChangeConfigurationParams.class,
            settings::changed)
        .notification(
            "workspace/didChangeWatchedFiles", DidChangeWatchedFilesParams.class, disk::changed)
        .notification(
            "workspace/didChangeWorkspaceFolders",
            DidChangeWorkspaceFoldersParams.class,
            workspace::changed)
        .notification(
            "window/workDoneProgress/cancel",
            WorkDoneProgressCancelParams.class,
            cancelled -> progress.cancel(cancelled.getToken()));
  }

  /** Only remembers what was said: whatever takes time begins when the client has the answer. */
  private CompletableFuture<InitializeResult> initialize(JsonObject parameters) {
    var abilities = EditorAbilities.of(parameters);
    editor.announced(abilities);
    workspace.start(parameters);
    settings.start(Json.at(parameters, "initializationOptions"));
    return CompletableFuture.completedFuture(Announcement.to(abilities, version()));
  }

  private void initialized() {
    // Settings may name a profile, and a profile needs to know what the workspace is.
    var _ = workspace.scan().thenRun(settings::initialized);
    disk.initialized();
  }

  private void opened(DidOpenTextDocumentParams parameters) {
    documents.opened(parameters);
    disk.opened(parameters);
  }

  /** Packaging writes the version into the module; run from a class folder, there is no module. */
  private static String version() {
    return Optional.ofNullable(HeaplineServer.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("(not packaged)");
  }
}
