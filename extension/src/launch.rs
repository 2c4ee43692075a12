//! Which program is the server, and how it is started.
//!
//! Zed applies `lsp.heapline.binary` too: with a `path` it starts that program by itself, with
//! the user's arguments only, and it lays `arguments` and `env` over the command that an
//! extension gives. The rules here are the same and change nothing when applied twice, so they
//! also hold where an extension host leaves the setting to the extension.

use zed_extension_api::{Command, EnvVars, settings::CommandSettings};

/// The program's name on PATH.
pub const PROGRAM: &str = "heapline";

/// The command line of the language server on stdio.
const ARGUMENTS: [&str; 1] = ["lsp"];

/// The command that starts the server: the program that the user's settings name, else the one
/// `found` on PATH; the user's arguments, else the usual ones; the `shell` environment with the
/// user's variables over it.
///
/// Where there is no program, the error says what was tried and what to do.
pub fn command(
    user: Option<CommandSettings>,
    found: Option<String>,
    shell: EnvVars,
) -> Result<Command, String> {
    let (path, arguments, variables) = match user {
        Some(user) => (user.path, user.arguments, user.env),
        None => (None, None, None),
    };
    let path = path.filter(|path| !path.trim().is_empty());
    let Some(command) = path.or(found) else {
        return Err(not_found(&shell));
    };
    Ok(Command {
        command,
        args: arguments.unwrap_or_else(|| ARGUMENTS.map(String::from).to_vec()),
        env: overlay(shell, variables.into_iter().flatten()),
    })
}

/// The message for settings that are there and cannot be understood.
pub fn unreadable_settings(reason: &str) -> String {
    format!("heapline: cannot read `lsp.heapline` in Zed's settings: {reason}")
}

/// The variables `below`, each replaced by one of the same name `above`, then the others of
/// those, in the order of their names.
fn overlay(mut below: EnvVars, above: impl Iterator<Item = (String, String)>) -> EnvVars {
    let mut above: EnvVars = above.collect();
    above.sort();
    below.retain(|(name, _)| above.iter().all(|(replaced, _)| replaced != name));
    below.extend(above);
    below
}

/// The message for a server that is nowhere.
fn not_found(shell: &EnvVars) -> String {
    let path = match shell
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("PATH"))
    {
        Some((_, folders)) => folders,
        None => "not set",
    };
    format!(
        r#"heapline: there is no language server to start. Tried:
1. the setting `lsp.heapline.binary.path`: not set
2. `{PROGRAM}` on PATH: not found (PATH: {path})

Do one of these, then run `editor: restart language server`:
- put the folder that holds `{PROGRAM}` on the PATH of your shell, and start Zed again
- name the program in Zed's settings:
  "lsp": {{ "heapline": {{ "binary": {{ "path": "/path/to/heapline", "arguments": ["lsp"] }} }} }}
How to get heapline: https://github.com/heapline/heapline#readme"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const ON_PATH: &str = "/usr/local/bin/heapline";

    fn pairs(variables: &[(&str, &str)]) -> EnvVars {
        variables
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect()
    }

    fn nothing_set() -> CommandSettings {
        CommandSettings {
            path: None,
            arguments: None,
            env: None,
        }
    }

    fn found() -> Option<String> {
        Some(ON_PATH.to_string())
    }

    fn chosen(user: CommandSettings, found: Option<String>) -> Command {
        command(Some(user), found, pairs(&[])).expect("a command")
    }

    #[test]
    fn starts_the_program_on_path_as_language_server() {
        let command = command(None, found(), pairs(&[("GOFLAGS", "-mod=mod")])).unwrap();

        assert_eq!(command.command, ON_PATH);
        assert_eq!(command.args, ["lsp"]);
        assert_eq!(command.env, pairs(&[("GOFLAGS", "-mod=mod")]));
    }

    #[test]
    fn the_users_path_comes_before_the_program_on_path() {
        let own = || CommandSettings {
            path: Some("/opt/heapline/bin/heapline".to_string()),
            ..nothing_set()
        };

        for found in [found(), None] {
            let command = chosen(own(), found);
            assert_eq!(command.command, "/opt/heapline/bin/heapline");
            assert_eq!(command.args, ["lsp"]);
        }
    }

    #[test]
    fn an_empty_path_is_no_path() {
        for empty in ["", "  "] {
            let user = CommandSettings {
                path: Some(empty.to_string()),
                ..nothing_set()
            };
            assert_eq!(chosen(user, found()).command, ON_PATH);
        }
    }

    #[test]
    fn the_users_arguments_replace_the_usual_ones() {
        for arguments in [vec![], vec!["lsp".to_string(), "--debug".to_string()]] {
            let user = CommandSettings {
                arguments: Some(arguments.clone()),
                ..nothing_set()
            };
            let command = chosen(user, found());
            assert_eq!(command.command, ON_PATH);
            assert_eq!(command.args, arguments);
        }
    }

    #[test]
    fn the_users_variables_lie_over_those_of_the_shell() {
        let shell = pairs(&[("GOOS", "linux"), ("HOME", "/home/gopher")]);
        let user = CommandSettings {
            env: Some(
                pairs(&[("GOOS", "darwin"), ("GOARCH", "arm64")])
                    .into_iter()
                    .collect(),
            ),
            ..nothing_set()
        };

        let env = command(Some(user), found(), shell).unwrap().env;

        let expected = [
            ("HOME", "/home/gopher"),
            ("GOARCH", "arm64"),
            ("GOOS", "darwin"),
        ];
        assert_eq!(env, pairs(&expected));
    }

    #[test]
    fn without_a_program_the_error_says_what_was_tried_and_what_to_do() {
        for user in [None, Some(nothing_set())] {
            let error = command(user, None, pairs(&[("PATH", "/usr/bin:/bin")])).unwrap_err();

            assert!(
                error.contains("`lsp.heapline.binary.path`: not set"),
                "{error}"
            );
            assert!(error.contains("(PATH: /usr/bin:/bin)"), "{error}");
            assert!(error.contains(r#""arguments": ["lsp"]"#), "{error}");
            assert!(error.contains("restart language server"), "{error}");
        }
    }

    #[test]
    fn the_error_knows_how_windows_spells_path_and_that_there_may_be_none() {
        let windows = command(None, None, pairs(&[("Path", r"C:\Go\bin")])).unwrap_err();
        let bare = command(None, None, pairs(&[])).unwrap_err();

        assert!(windows.contains(r"(PATH: C:\Go\bin)"), "{windows}");
        assert!(bare.contains("(PATH: not set)"), "{bare}");
    }

    #[test]
    fn unreadable_settings_are_named_with_the_reason() {
        let message = unreadable_settings("invalid type: integer `1`, expected a string");

        assert!(message.contains("`lsp.heapline`"), "{message}");
        assert!(message.ends_with("expected a string"), "{message}");
    }
}
