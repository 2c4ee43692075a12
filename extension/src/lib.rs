//! The heapline extension for Zed: starts the language server for Go files, beside gopls.
//!
//! Only what must talk to Zed is here. What is decided is in [`launch`], which runs, and is
//! tested, without Zed.

mod launch;

use zed_extension_api::{
    self as zed, Command, Extension, LanguageServerId, Result, Worktree, serde_json::Value,
    settings::LspSettings,
};

struct Heapline;

impl Extension for Heapline {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        launch::command(
            settings(server, worktree)?.binary,
            worktree.which(launch::PROGRAM),
            worktree.shell_env(),
        )
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(settings(server, worktree)?.initialization_options)
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(settings(server, worktree)?.settings)
    }
}

/// What the user's settings say under `lsp.heapline`.
fn settings(server: &LanguageServerId, worktree: &Worktree) -> Result<LspSettings> {
    LspSettings::for_worktree(server.as_ref(), worktree)
        .map_err(|reason| launch::unreadable_settings(&reason))
}

zed::register_extension!(Heapline);
