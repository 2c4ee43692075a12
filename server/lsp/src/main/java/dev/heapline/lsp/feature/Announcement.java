package dev.heapline.lsp.feature;

import dev.heapline.lsp.editor.EditorAbilities;
import java.util.ArrayList;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InlayHintRegistrationOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server says of itself: of all that it does, the part that the editor can use. */
public final class Announcement {
  private Announcement() {}

  /**
   * {@return the answer to {@code initialize}}
   *
   * @param version the version of the product
   */
  public static InitializeResult to(EditorAbilities abilities, String version) {
    var capabilities = new ServerCapabilities();
    capabilities.setPositionEncoding(abilities.encoding().kind());
    capabilities.setTextDocumentSync(synchronization());
    capabilities.setHoverProvider(true);
    capabilities.setCodeActionProvider(codeActions());
    capabilities.setExecuteCommandProvider(commands(abilities));
    if (abilities.inlayHints()) {
      capabilities.setInlayHintProvider(inlayHints(abilities));
    }
    if (abilities.semanticTokens()) {
      capabilities.setSemanticTokensProvider(semanticTokens(abilities));
    }
    if (abilities.workspaceFolders()) {
      capabilities.setWorkspace(folders());
    }
    return new InitializeResult(capabilities, new ServerInfo("heapline", version));
  }

  private static TextDocumentSyncOptions synchronization() {
    var options = new TextDocumentSyncOptions();
    options.setOpenClose(true);
    options.setChange(TextDocumentSyncKind.Incremental);
    options.setSave(true);
    return options;
  }

  private static CodeActionOptions codeActions() {
    return new CodeActionOptions(CodeActionFeature.kinds());
  }

  private static ExecuteCommandOptions commands(EditorAbilities abilities) {
    var ids = new ArrayList<>(Commands.ids());
    if (abilities.goesToLocations() && !abilities.showDocument()) {
      // Zed drops actions whose command is not announced, also those that it runs itself.
      ids.add(JumpFeature.GO_TO_LOCATIONS);
    }
    return new ExecuteCommandOptions(ids);
  }

  private static InlayHintRegistrationOptions inlayHints(EditorAbilities abilities) {
    var options = new InlayHintRegistrationOptions();
    options.setResolveProvider(!abilities.hintProperties().isEmpty());
    return options;
  }

  private static SemanticTokensWithRegistrationOptions semanticTokens(EditorAbilities abilities) {
    var options = new SemanticTokensWithRegistrationOptions(SemanticTokensFeature.legend());
    if (abilities.tokenDeltas()) {
      options.setFull(new SemanticTokensServerFull(true));
    } else {
      options.setFull(true);
    }
    return options;
  }

  private static WorkspaceServerCapabilities folders() {
    var options = new WorkspaceFoldersOptions();
    options.setSupported(true);
    options.setChangeNotifications(true);
    return new WorkspaceServerCapabilities(options);
  }
}
